import { headers } from "next/headers";
import { GoneInvitation } from "@/components/projects/gone-invitation";
import { mailLocales } from "@/domain/people";
import { currentActor } from "@/server/auth/actor";
import { preferredLocale } from "./asked-language";
import { goneMessages } from "./invitation-messages";

/**
 * A link that is no longer live: answered, withdrawn, or not copied whole. Nothing is known of its invitation any
 * more, so the link itself says the language; one without it is answered in the reader's own.
 */
export default async function InvitationGone() {
  const [asked, actor] = await Promise.all([headers(), currentActor()]);
  return (
    <GoneInvitation
      words={Object.fromEntries(mailLocales.map((locale) => [locale, goneMessages(locale)]))}
      otherwise={preferredLocale(asked.get("accept-language"))}
      signedIn={actor !== null}
    />
  );
}
