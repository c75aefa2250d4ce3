"use client";

import { useSearchParams } from "next/navigation";
import { type FrameLabels, PublicFrame } from "../shared/public-frame";
import { LinkButton } from "../ui/link-button";

type GoneMessages = { title: string; text: string; home: string; signIn: string; frame: FrameLabels };

type Props = {
  messages: Readonly<Record<string, GoneMessages>>;
  otherwise: string;
  signedIn: boolean;
  signUpOpen: boolean;
};

/**
 * Says in the language of the invitation that its link has ended; a client component, because only the browser knows
 * the address.
 */
export function GoneInvitation({ messages, otherwise, signedIn, signUpOpen }: Props) {
  const wanted = useSearchParams().get("lang") ?? otherwise;
  const locale = Object.hasOwn(messages, wanted) ? wanted : otherwise;
  const shown = messages[locale];
  if (!shown) return null;
  return (
    <PublicFrame labels={shown.frame} lang={locale} width="narrow" signedIn={signedIn} signUpOpen={signUpOpen}>
      <h1 className="font-serif text-2xl font-semibold sm:text-3xl">{shown.title}</h1>
      <p className="mt-2 mb-8 max-w-prose">{shown.text}</p>
      {signedIn ? (
        <LinkButton href="/home">{shown.home}</LinkButton>
      ) : (
        <LinkButton href="/sign-in">{shown.signIn}</LinkButton>
      )}
    </PublicFrame>
  );
}
