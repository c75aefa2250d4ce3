"use client";

import { useTranslations } from "next-intl";
import { addressesIn, brokenAddressesIn } from "@/domain/projects";

/** Shows the addresses found in a pasted text; without it an invalid one would be left out silently. */
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
