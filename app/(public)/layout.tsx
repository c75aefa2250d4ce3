import type { ReactNode } from "react";
import { PublicShell } from "@/components/shared/public-shell";
import { env } from "@/server/env";
import { connection } from "next/server";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  await connection();
  return <PublicShell signUpOpen={env().SIGN_UP === "open"}>{children}</PublicShell>;
}
