import type { Metadata } from "next";
import { headers } from "next/headers";
import { LinkButton } from "@/components/ui/link-button";
import { currentActor } from "@/server/auth/actor";
import { preferredLocale } from "../[token]/asked-language";
import { goneMessages } from "../[token]/invitation-messages";
import { InvitationFrame } from "../invitation-frame";

type Props = PageProps<"/invite/ended">;

/** The language of the link; without one, the reader's own. The invitation itself is unknown. */
async function messagesFor({ searchParams }: Props) {
  const [{ lang }, requestHeaders] = await Promise.all([searchParams, headers()]);
  return goneMessages(lang, preferredLocale(requestHeaders.get("accept-language")));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await messagesFor(props)).title, robots: { index: false }, referrer: "same-origin" };
}

/** Rendered by the server in place of a link that has ended: answered, revoked, or not copied completely. */
export default async function EndedInvitationPage(props: Props) {
  const [{ locale, title, text, home, signIn }, actor] = await Promise.all([messagesFor(props), currentActor()]);
  return (
    <InvitationFrame locale={locale}>
      <h1 className="font-serif text-2xl font-semibold sm:text-3xl">{title}</h1>
      <p className="mt-2 mb-8 max-w-prose">{text}</p>
      {actor ? <LinkButton href="/home">{home}</LinkButton> : <LinkButton href="/sign-in">{signIn}</LinkButton>}
    </InvitationFrame>
  );
}
