import { useTranslations } from "@/messages/use-translations";
import { countryName, countryNames } from "@/domain/programme/country-names";
import { organisationTypes, roles } from "@/domain/programme/vocabulary";
import { cn } from "../ui/cn";
import { PlainInput, PlainSelect } from "./plain-controls";

export interface OrganisationLine {
  country: string;
  type: (typeof organisationTypes)[number] | undefined;
  role: (typeof roles)[number];
}

const countryList = "known-countries";

function OrganisationRow({ row, number, locale }: { row: OrganisationLine; number: number; locale: string }) {
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

/** The organisations of a consortium: country, type and role of each. */
export function OrganisationRows({ rows, locale }: { rows: readonly OrganisationLine[]; locale: string }) {
  return (
    <>
      <datalist id={countryList}>
        {countryNames(locale).map(({ code, name }) => (
          <option key={code} value={name} />
        ))}
      </datalist>
      {rows.map((row, index) => (
        <OrganisationRow key={index} row={row} number={index + 1} locale={locale} />
      ))}
    </>
  );
}
