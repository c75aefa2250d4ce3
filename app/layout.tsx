import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { PageActions } from "@/components/providers/page-actions";
import { SoftLinks } from "@/components/shared/soft-links";
import { getReader, getTranslations } from "@/messages/server";
import { currentActor } from "@/server/auth/actor";
import { fontVariables } from "./fonts";
import "./globals.css";
import { refreshPage } from "./refresh-page";
import { submitForm } from "./submit-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public");
  return {
    title: { default: t("meta.title"), template: `%s · ${t("meta.name")}` },
    description: t("meta.description"),
    applicationName: t("meta.name"),
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [{ locale }, store, actor, ui] = await Promise.all([
    getReader(),
    cookies(),
    currentActor(),
    getTranslations("ui"),
  ]);
  const chosen = store.get("theme")?.value;
  const theme = chosen === "light" || chosen === "dark" ? chosen : undefined;
  return (
    <html lang={locale} data-theme={theme} data-person={actor?.personId} className={fontVariables}>
      <body>
        <noscript>
          <p className="bg-due-soft text-ink px-4 py-2 text-center text-sm">{ui("noScript")}</p>
        </noscript>
        <PageActions refresh={refreshPage} submit={submitForm} person={actor?.personId}>
          {children}
        </PageActions>
        <SoftLinks />
      </body>
    </html>
  );
}
