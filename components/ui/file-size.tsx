import { useLocale, useTimeZone } from "next-intl";
import { useTranslations } from "@/messages/use-translations";
import { formatterFor } from "@/messages/formatters";

const STEPS = [
  { unit: "giga", bytes: 1e9 },
  { unit: "mega", bytes: 1e6 },
  { unit: "kilo", bytes: 1e3 },
] as const;

/** A file size in powers of a thousand. */
export function FileSize({ bytes }: { bytes: number }) {
  const format = formatterFor({ locale: useLocale(), timeZone: useTimeZone() ?? "UTC" });
  const t = useTranslations("ui.size");
  const step = STEPS.find((candidate) => bytes >= candidate.bytes * 0.9995);
  const value = step ? bytes / step.bytes : bytes;
  const shown = format.number(value, { maximumFractionDigits: value < 10 ? 1 : 0 });
  return <span className="tabular whitespace-nowrap">{t(step?.unit ?? "bytes", { value: shown })}</span>;
}
