import { headers } from "next/headers";
import { GoneInvitation } from "@/components/projects/gone-invitation";
import { mailLocales } from "@/domain/people";
import { currentActor } from "@/server/auth/actor";
import { env } from "@/server/env";
import { preferredLocale } from "./asked-language";
import { goneMessages } from "./invitation-messages";

/**
 * Shown for an ended link: answered, revoked, or not copied completely. Its invitation is unknown, so the language
 * comes from the link; without one, the reader's own is used.
 */
export default async function InvitationGone() {
  const [requestHeaders, actor] = await Promise.all([headers(), currentActor()]);
  return (
    <GoneInvitation
      messages={Object.fromEntries(mailLocales.map((locale) => [locale, goneMessages(locale)]))}
      otherwise={preferredLocale(requestHeaders.get("accept-language"))}
      signedIn={actor !== null}
      signUpOpen={env().SIGN_UP === "open"}
    />
  );
}
