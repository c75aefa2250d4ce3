import { useTranslations } from "next-intl";
import { PlainInput, PlainSelect, type PlainOption } from "@/components/programme/plain-controls";
import { Button } from "@/components/ui/button";
import { programmeYears } from "@/domain/programme/actions";
import { knownCities } from "@/server/programme/gazetteer";
import type { Journey } from "./journey";

const cityList = "known-cities";

/** A journey as a form whose answers live in the address. */
export function JourneyForm({ journey, countries }: { journey: Journey; countries: PlainOption[] }) {
  const t = useTranslations("programme.unitCosts");
  const { first, last } = programmeYears();
  const any = useTranslations("programme.apply")("any");
  return (
    <form method="get" action="/unit-costs" className="grid max-w-3xl gap-4">
      <datalist id={cityList}>
        {knownCities.map(({ city, country }) => (
          <option key={`${country} ${city}`} value={city} />
        ))}
      </datalist>
      <div className="grid gap-4 sm:grid-cols-2">
        <PlainInput
          name="callYear"
          label={t("callYear")}
          type="number"
          min={first}
          max={last}
          defaultValue={journey.callYear}
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
        <PlainInput name="from" label={t("from")} defaultValue={journey.from} list={cityList} />
        <PlainSelect
          name="fromCountry"
          label={t("fromCountry")}
          value={journey.fromCountry}
          options={countries}
          empty={any}
        />
        <PlainInput name="to" label={t("to")} defaultValue={journey.to} list={cityList} />
        <PlainSelect
          name="toCountry"
          label={t("toCountry")}
          value={journey.toCountry}
          options={countries}
          empty={any}
        />
        <PlainInput name="km" label={t("km")} inputMode="decimal" defaultValue={journey.km} />
        <PlainSelect name="country" label={t("staffCountry")} value={journey.country} options={countries} empty={any} />
      </div>
      <p className="text-ink-soft text-sm">{t("citiesHint")}</p>
      <div>
        <Button type="submit" kind="primary">
          {t("calculate")}
        </Button>
      </div>
    </form>
  );
}
