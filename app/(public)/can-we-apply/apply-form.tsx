import { useTranslations } from "next-intl";
import { PlainInput, PlainSelect } from "@/components/programme/plain-controls";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { actionIds, actionsOf, programmeYears, yearsOf } from "@/domain/programme/actions";
import { countryName, countryNames } from "@/domain/programme/country-names";
import { kinds, organisationTypes, roles, strands } from "@/domain/programme/vocabulary";
import { formRows, unreadableFields, type Question, type Row } from "./question";

type Props = { question: Question; wantsMore: boolean; locale: string };

const countryList = "known-countries";

function OrganisationRow({ row, number, locale }: { row: Row; number: number; locale: string }) {
  const t = useTranslations("programme");
  return (
    <fieldset
      className={cn(
        "border-line grid break-inside-avoid gap-3 border-t pt-3 sm:grid-cols-[1.6fr_2.2fr_1.3fr]",
        row.country === "" && "no-print",
      )}
    >
      <legend className="sr-only">{t("apply.row", { number })}</legend>
      <PlainInput
        name="country"
        label={t("apply.country")}
        defaultValue={countryName(row.country, locale)}
        list={countryList}
        autoComplete="off"
      />
      <PlainSelect
        name="type"
        label={t("apply.type")}
        value={row.type ?? ""}
        empty={t("apply.typeUnknown")}
        options={organisationTypes.map((value) => ({ value, label: t(`organisationTypes.${value}`) }))}
      />
      <PlainSelect
        name="role"
        label={t("apply.role")}
        value={row.role}
        options={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
      />
    </fieldset>
  );
}

/** The consortium as a GET form, so that its state is in the address. */
export function ApplyForm({ question, wantsMore, locale }: Props) {
  const t = useTranslations("programme");
  const { first, last } = programmeYears();
  const actionOptions = (from: number, to: number) =>
    actionIds
      .filter((id) => {
        const years = yearsOf(id);
        return years !== null && years.from <= to && years.to >= from;
      })
      .map((id) => ({ value: id, label: `${t(`actions.${id}`)} (${id.replaceAll("_", " ")})` }));
  const unreadable = unreadableFields(question);
  const errorOf = (field: (typeof unreadable)[number]) =>
    unreadable.includes(field) ? t("apply.unreadable") : undefined;
  // Before an action is selected all strands and kinds are offered, then only those of the action.
  const chosen = actionsOf().filter(({ action }) => action === question.action);
  const own = chosen.flatMap(({ strand }) => strand ?? []);
  const hasKinds = chosen.length === 0 || chosen.some((edition) => edition.kinds.length > 0);
  const offered = question.action === "" ? strands : strands.filter((strand) => own.includes(strand));
  const early = actionOptions(first, 2020);
  const late = actionOptions(2021, last).filter(({ value }) => !early.some((option) => option.value === value));
  return (
    <form method="get" action="/can-we-apply#answer" className="grid gap-5">
      <PlainSelect
        name="action"
        label={t("apply.action")}
        value={question.action}
        empty={t("apply.any")}
        options={[
          { label: t("apply.late"), options: late },
          { label: t("apply.early"), options: early },
        ]}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <PlainInput
          name="callYear"
          label={t("apply.callYear")}
          type="number"
          min={first}
          max={last}
          defaultValue={question.callYear}
          error={errorOf("callYear")}
        />
        <PlainInput
          name="months"
          label={t("apply.months")}
          type="number"
          min={1}
          max={48}
          defaultValue={question.months}
          error={errorOf("months")}
        />
        <PlainInput
          name="grant"
          label={t("apply.grant")}
          inputMode="decimal"
          defaultValue={question.grant}
          error={errorOf("grant")}
        />
        {hasKinds ? (
          <PlainSelect
            name="kind"
            label={t("apply.kind")}
            value={question.kind}
            empty={t("apply.any")}
            options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
        ) : null}
        {offered.length > 0 ? (
          <PlainSelect
            name="strand"
            label={t("apply.strand")}
            value={question.strand}
            empty={t("apply.any")}
            options={offered.map((value) => ({ value, label: t(`strands.${value}`) }))}
          />
        ) : null}
        <PlainInput name="founded" label={t("apply.founded")} type="date" defaultValue={question.founded} />
        <label className="flex items-start gap-2.5 self-end py-2">
          <input
            type="checkbox"
            name="longTerm"
            value="yes"
            defaultChecked={question.longTerm}
            className="mt-0.5 size-4.5 shrink-0"
          />
          <span>{t("apply.longTerm")}</span>
        </label>
      </div>
      <div className="grid gap-3">
        <h2 className="font-serif text-xl font-semibold">{t("apply.organisations")}</h2>
        <p className="no-print text-ink-soft text-sm">{t("apply.emptyRows")}</p>
        <datalist id={countryList}>
          {countryNames(locale).map(({ code, name }) => (
            <option key={code} value={name} />
          ))}
        </datalist>
        {formRows(question, wantsMore).map((row, index) => (
          <OrganisationRow key={index} row={row} number={index + 1} locale={locale} />
        ))}
      </div>
      <div className="no-print flex flex-wrap gap-3">
        <Button type="submit" needsScript={false} kind="primary">
          {t("apply.check")}
        </Button>
        <Button type="submit" needsScript={false} name="more" value="yes">
          {t("apply.more")}
        </Button>
      </div>
    </form>
  );
}
