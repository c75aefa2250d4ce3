import { getTranslations } from "@/messages/server";
import type { ThemeLabels } from "./theme-switch";

/** The labels of the theme switch, for server components that render it. */
export async function themeLabels(): Promise<ThemeLabels> {
  const t = await getTranslations("ui.theme");
  return { label: t("label"), system: t("system"), light: t("light"), dark: t("dark") };
}
