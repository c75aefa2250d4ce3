import { useTranslations } from "@/messages/use-translations";
import { actionIds, programmeYears, yearsOf } from "@/domain/programme/actions";
import { PlainSelect } from "./plain-controls";

/** All actions, those of the current programme first. */
export function ActionSelect({ value }: { value: string }) {
  const t = useTranslations("programme");
  const { first, last } = programmeYears();
  const optionsOf = (from: number, to: number) =>
    actionIds
      .filter((id) => {
        const years = yearsOf(id);
        return years !== null && years.from <= to && years.to >= from;
      })
      .map((id) => ({ value: id, label: `${t(`actions.${id}`)} (${id.replaceAll("_", " ")})` }));
  const early = optionsOf(first, 2020);
  const late = optionsOf(2021, last).filter((option) => !early.some((one) => one.value === option.value));
  return (
    <PlainSelect
      name="action"
      label={t("apply.action")}
      value={value}
      empty={t("apply.any")}
      options={[
        { label: t("apply.late"), options: late },
        { label: t("apply.early"), options: early },
      ]}
    />
  );
}
