import type { ReactNode } from "react";
import { PublicShell } from "@/components/shared/public-shell";
import { Words } from "@/components/shared/words";
import { env } from "@/server/env";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <PublicShell width="narrow" signUpOpen={env().SIGN_UP === "open"}>
      <Words of={["people"]}>{children}</Words>
    </PublicShell>
  );
}
