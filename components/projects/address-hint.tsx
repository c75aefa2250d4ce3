"use client";

import { useTranslations } from "next-intl";
import { addressesIn, brokenAddressesIn } from "@/domain/projects";

/** What was understood of pasted addresses; one with a slip of the pen would otherwise be left out without a word. */
export function AddressHint({ text, otherwise }: { text: string; otherwise: string }) {
  const t = useTranslations("projects.addresses");
  const broken = brokenAddressesIn(text);
  const count = addressesIn(text).length;
  if (broken.length === 0) return count > 0 ? t("count", { count }) : otherwise;
  return (
    <span className="text-late font-semibold">
      {count > 0 ? `${t("count", { count })}. ` : null}
      {t("broken", { words: broken.join(", ") })}
    </span>
  );
}
