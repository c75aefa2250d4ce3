import { useTranslations } from "@/messages/use-translations";
import type { ComponentProps } from "react";
import { PublicFrame } from "./public-frame";

/** The frame of public pages in the reader's language. */
export function PublicShell(props: Omit<ComponentProps<typeof PublicFrame>, "labels" | "lang">) {
  const t = useTranslations("public.shell");
  const ui = useTranslations("ui");
  const labels = {
    skip: ui("skip"),
    mark: ui("shell.mark"),
    main: ui("shell.main"),
    home: t("home"),
    signIn: t("signIn"),
    signUp: t("signUp"),
    library: t("library"),
    practices: t("practices"),
    canWeApply: t("canWeApply"),
    rules: t("rules"),
    unitCosts: t("unitCosts"),
    claim: t("claim"),
    privacy: t("privacy"),
    terms: t("terms"),
    foot: t("foot"),
    funding: t("funding"),
  };
  return <PublicFrame labels={labels} {...props} />;
}
