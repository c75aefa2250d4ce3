"use client";

import { useSearchParams } from "next/navigation";
import { PageHeader } from "../shared/page-header";
import { LinkButton } from "../ui/link-button";

type Words = { title: string; text: string; home: string; signIn: string };

type Props = { words: Readonly<Record<string, Words>>; otherwise: string; signedIn: boolean };

/**
 * Says in the language of the invitation that its link has ended; a client component, because only the browser knows
 * the address.
 */
export function GoneInvitation({ words, otherwise, signedIn }: Props) {
  const wanted = useSearchParams().get("lang") ?? otherwise;
  const locale = Object.hasOwn(words, wanted) ? wanted : otherwise;
  const said = words[locale];
  if (!said) return null;
  return (
    <div lang={locale}>
      <PageHeader title={said.title} state={said.text} />
      {signedIn ? (
        <LinkButton href="/home">{said.home}</LinkButton>
      ) : (
        <LinkButton href="/sign-in">{said.signIn}</LinkButton>
      )}
    </div>
  );
}
