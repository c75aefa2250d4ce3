import type { ReactNode } from "react";
import { BrowserTimeZone } from "@/components/shared/browser-time-zone";
import { PublicShell } from "@/components/shared/public-shell";
import { ClientMessages } from "@/components/shared/client-messages";
import { currentActor } from "@/server/auth/actor";
import { env } from "@/server/env";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <PublicShell width="narrow" signedIn={(await currentActor()) !== null} signUpOpen={env().SIGN_UP === "open"}>
      <ClientMessages of={["people"]}>{children}</ClientMessages>
      <BrowserTimeZone />
    </PublicShell>
  );
}
