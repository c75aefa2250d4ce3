import { useLocale } from "next-intl";
import { countryName } from "@/domain/programme/country-names";
import type { PublicOutput, PublicPartnership } from "@/domain/schemas/public";
import { useTranslations } from "@/messages/use-translations";
import { Section } from "../shared/section";

/** The partners of a project with their country, each linked to its page where it has one. */
export function PartnerList({ partners }: { partners: PublicPartnership["partners"] }) {
  const t = useTranslations("publications.page");
  const locale = useLocale();
  return (
    <ul className="divide-line divide-y" aria-label={t("partners")}>
      {partners.map((partner) => (
        <li key={partner.name} className="flex flex-wrap justify-between gap-x-6 py-2">
          <span className="min-w-0">
            {partner.slug ? (
              <a href={`/partners/${partner.slug}`} className="link">
                <bdi>{partner.name}</bdi>
              </a>
            ) : (
              <bdi>{partner.name}</bdi>
            )}
            <span className="text-ink-soft">
              {", "}
              {[partner.city, countryName(partner.country, locale)].filter(Boolean).join(", ")}
            </span>
          </span>
          <span className="text-ink-soft text-sm">{t(`kinds.${partner.kind}`)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Links to the pages of public outputs; nothing when there are none. */
export function WorkLinks({ title, works }: { title: string; works: PublicOutput["others"] }) {
  const types = useTranslations("programme.outputTypes");
  if (works.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="divide-line divide-y">
        {works.map((work) => (
          <li key={work.slug} className="py-2">
            <a href={`/outputs/${work.slug}`} lang={work.language} className="link">
              {work.title}
            </a>
            <span className="text-ink-soft">, {types(work.type)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Links to the pages of published practices; nothing when there are none. */
export function PracticeLinks({ title, practices }: { title: string; practices: PublicOutput["practices"] }) {
  const locale = useLocale();
  if (practices.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="divide-line divide-y">
        {practices.map((practice) => (
          <li key={practice.slug} className="py-2">
            <a href={`/practices/${practice.slug}`} lang={practice.language} className="link">
              {practice.title}
            </a>
            <span className="text-ink-soft">
              , <bdi>{practice.organisation}</bdi>, {countryName(practice.country, locale)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
