import { useTranslations } from "@/messages/use-translations";
import { CallYearInput } from "@/components/programme/call-controls";
import { PlainInput, PlainSelect } from "@/components/programme/plain-controls";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { countryName, countryNames } from "@/domain/programme/country-names";
import { longestJourneyKm } from "@/domain/schemas/programme";
import type { Journey, JourneyProblem } from "./journey";

const countryList = "known-countries";

type Props = { journey: Journey; problem: JourneyProblem | null; locale: string };

/** A journey as a GET form, so that its state is in the address. */
export function JourneyForm({ journey, problem, locale }: Props) {
  const t = useTranslations("programme.unitCosts");
  const country = (text: string) => countryName(text, locale);
  const kmError =
    problem === "kmUnreadable"
      ? t(problem)
      : problem === "kmOutOfRange"
        ? t(problem, { most: longestJourneyKm })
        : undefined;
  return (
    <form method="get" action="/unit-costs#journey" className="grid max-w-form gap-4">
      <datalist id={countryList}>
        {countryNames(locale).map(({ code, name }) => (
          <option key={code} value={name} />
        ))}
      </datalist>
      <div className="grid gap-4 sm:grid-cols-2">
        <CallYearInput
          label={t("callYear")}
          value={journey.callYear}
          error={problem === "callYearInvalid" ? t(problem) : undefined}
        />
        <PlainSelect
          name="category"
          label={t("category")}
          value={journey.category}
          options={[
            { value: "travel", label: t("travel") },
            { value: "meeting", label: t("meeting") },
          ]}
        />
        <PlainInput name="from" label={t("from")} defaultValue={journey.from} />
        <PlainInput
          name="fromCountry"
          label={t("fromCountry")}
          defaultValue={country(journey.fromCountry)}
          list={countryList}
        />
        <PlainInput name="to" label={t("to")} defaultValue={journey.to} />
        <PlainInput
          name="toCountry"
          label={t("toCountry")}
          defaultValue={country(journey.toCountry)}
          list={countryList}
        />
        <PlainInput name="km" label={t("km")} inputMode="decimal" defaultValue={journey.km} error={kmError} />
        <PlainInput
          name="country"
          label={t("staffCountry")}
          defaultValue={country(journey.country)}
          list={countryList}
        />
      </div>
      {problem === "incomplete" ? <Notice tone="due">{t(problem)}</Notice> : null}
      <p className="text-ink-soft text-sm">
        {t("citiesHint")}{" "}
        <a className="link" href="https://www.geonames.org/">
          {t("credit")}
        </a>
        .
      </p>
      <div>
        <Button type="submit" needsScript={false} kind="primary">
          {t("calculate")}
        </Button>
      </div>
    </form>
  );
}
