"use client";

import { useTranslations } from "@/messages/use-translations";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";

type Props = {
  /** Texts of fields that changed on the server since they were typed. */
  outdated: readonly string[];
  onDiscard: () => void;
};

/** Says that a form shows text that was typed earlier and not saved. */
export function RestoredText({ outdated, onDiscard }: Props) {
  const t = useTranslations("ui.form");
  return (
    <Notice
      live
      action={
        <Button size="small" onClick={onDiscard}>
          {t("discard")}
        </Button>
      }
    >
      <p>{t("restored")}</p>
      {outdated.length > 0 ? (
        <>
          <p>{t("outdated")}</p>
          {outdated.map((text) => (
            <blockquote key={text} dir="auto" className="mt-1 border-s-2 ps-3 wrap-anywhere whitespace-pre-wrap">
              {text}
            </blockquote>
          ))}
        </>
      ) : null}
    </Notice>
  );
}
