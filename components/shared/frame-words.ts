import { getTranslations } from "@/messages/words";
import type { FrameWords } from "./frame-markup";
import type { ThemeWords } from "./theme";

/** The words of the switch between light and dark. */
export async function themeWords(): Promise<ThemeWords> {
  const t = await getTranslations("ui.theme");
  return { label: t("label"), system: t("system"), light: t("light"), dark: t("dark") };
}

/** The frame's own words. */
export async function frameWords(): Promise<FrameWords> {
  const [ui, shell] = await Promise.all([getTranslations("ui"), getTranslations("people.shell")]);
  return {
    main: ui("shell.main"),
    project: ui("shell.project"),
    chooseProject: ui("shell.chooseProject"),
    allProjects: ui("shell.allProjects"),
    newProject: ui("shell.newProject"),
    account: ui("shell.account"),
    banner: ui("shell.banner"),
    mark: ui("shell.mark"),
    more: ui("more"),
    skip: ui("skip"),
    signOut: shell("signOut"),
  };
}
