"use client";

import { useSearchParams } from "next/navigation";
import { PageHeader } from "../shared/page-header";
import { LinkButton } from "../ui/link-button";

type GoneMessages = { title: string; text: string; home: string; signIn: string };

type Props = { messages: Readonly<Record<string, GoneMessages>>; otherwise: string; signedIn: boolean };

/**
 * Says in the language of the invitation that its link has ended; a client component, because only the browser knows
 * the address.
 */
export function GoneInvitation({ messages, otherwise, signedIn }: Props) {
  const wanted = useSearchParams().get("lang") ?? otherwise;
  const locale = Object.hasOwn(messages, wanted) ? wanted : otherwise;
  const shown = messages[locale];
  if (!shown) return null;
  return (
    <div lang={locale}>
      <PageHeader title={shown.title} state={shown.text} />
      {signedIn ? (
        <LinkButton href="/home">{shown.home}</LinkButton>
      ) : (
        <LinkButton href="/sign-in">{shown.signIn}</LinkButton>
      )}
    </div>
  );
}
