"use client";

import { useTranslations } from "@/messages/use-translations";
import { readPastedAddresses } from "@/domain/addresses";

/** Shows what was read of pasted addresses: how many there are, what is invalid, and what is left out. */
export function AddressHint({ text, otherwise }: { text: string; otherwise: string }) {
  const t = useTranslations("projects.addresses");
  const { addresses, invalid, ignored } = readPastedAddresses(text);
  const count = addresses.length;
  const found = count > 0 ? t("count", { count }) : null;
  if (invalid.length === 0 && ignored.length === 0) return found ?? otherwise;
  return (
    <>
      {found ? `${found}. ` : null}
      {ignored.length > 0 ? t("ignored", { words: ignored.join(", ") }) : null}
      {invalid.length > 0 ? (
        <span className="text-late block font-semibold">{t("broken", { words: invalid.join(", ") })}</span>
      ) : null}
    </>
  );
}
