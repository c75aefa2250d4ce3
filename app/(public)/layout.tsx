import type { Metadata } from "next";
import type { ReactNode } from "react";
import { PublicShell } from "@/components/shared/public-shell";
import { getTranslations } from "@/messages/server";
import { env } from "@/server/env";
import { connection } from "next/server";

/** Open Graph defaults of public pages; each page sets its title and description. */
export async function generateMetadata(): Promise<Metadata> {
  await connection();
  const t = await getTranslations("public.meta");
  const picture = { url: "/pictures/shared.png", width: 1200, height: 630, alt: t("title") };
  return {
    metadataBase: new URL(env().APP_URL),
    openGraph: { type: "website", siteName: t("name"), images: [picture] },
    twitter: { card: "summary_large_image" },
  };
}

export default async function PublicLayout({ children }: { children: ReactNode }) {
  await connection();
  return <PublicShell signUpOpen={env().SIGN_UP === "open"}>{children}</PublicShell>;
}
