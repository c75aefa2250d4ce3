import type { ReactNode } from "react";
import { PublicFrame } from "@/components/shared/public-frame";
import type { MailLocale } from "@/domain/people";
import { currentActor } from "@/server/auth/actor";
import { env } from "@/server/env";
import { frameLabels } from "./[token]/invitation-messages";

/** Header and footer of an invitation's page, in the language of the invitation. */
export async function InvitationFrame({ locale, children }: { locale: MailLocale; children: ReactNode }) {
  return (
    <PublicFrame
      labels={frameLabels(locale)}
      lang={locale}
      width="narrow"
      signedIn={(await currentActor()) !== null}
      signUpOpen={env().SIGN_UP === "open"}
    >
      {children}
    </PublicFrame>
  );
}
