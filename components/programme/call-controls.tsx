import { useTranslations } from "@/messages/use-translations";
import { programmeYears } from "@/domain/programme/actions";
import { kinds } from "@/domain/programme/vocabulary";
import { PlainInput, PlainSelect } from "./plain-controls";

// Controls of a call in the GET forms about the rules of the programme.

type YearProps = { label: string; value: string; error?: string | undefined };

export function CallYearInput({ label, value, error }: YearProps) {
  const { first, last } = programmeYears();
  return (
    <PlainInput name="callYear" label={label} type="number" min={first} max={last} defaultValue={value} error={error} />
  );
}

export function KindSelect({ value }: { value: string }) {
  const t = useTranslations("programme");
  return (
    <PlainSelect
      name="kind"
      label={t("apply.kind")}
      value={value}
      empty={t("apply.any")}
      options={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
    />
  );
}

/** The strands or lots of an action; nothing for an action without them. */
export function StrandSelect({ value, strands }: { value: string; strands: readonly string[] }) {
  const t = useTranslations("programme");
  if (strands.length === 0) return null;
  return (
    <PlainSelect
      name="strand"
      label={t("apply.strand")}
      value={value}
      empty={t("apply.any")}
      options={strands.map((strand) => ({ value: strand, label: t(`strands.${strand}`) }))}
    />
  );
}
