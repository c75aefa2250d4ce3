import { useLocale } from "next-intl";
import { countryName } from "@/domain/programme/country-names";
import type { PublicPractice } from "@/domain/schemas/public";
import { useTranslations } from "@/messages/use-translations";
import { PracticeLinks } from "../publications/public-links";
import { buttonStyle } from "../ui/button-style";
import { Section } from "../shared/section";

/** Where to read on: similar practices, and those of the same project, organisation and country. */
export function MorePractices({ practice }: { practice: PublicPractice }) {
  const t = useTranslations("practices.more");
  const follow = useTranslations("follows.links");
  const locale = useLocale();
  const { organisation, project } = practice;
  const country = practice.content.country ?? organisation.country;
  const links: { href: string; name: string }[] = [
    ...(project.slug
      ? [{ href: `/partnerships/${project.slug}`, name: t("project", { acronym: project.acronym }) }]
      : []),
    ...(organisation.slug
      ? [{ href: `/partners/${organisation.slug}`, name: t("from", { name: organisation.shortName }) }]
      : []),
    { href: `/practices?country=${country}`, name: t("from", { name: countryName(country, locale) }) },
  ];
  return (
    <>
      <PracticeLinks title={t("similar")} practices={practice.similar} />
      <Section title={t("title")}>
        <ul className="grid gap-1">
          {links.map(({ href, name }) => (
            <li key={href}>
              <a href={href} className="link">
                {name}
              </a>
            </li>
          ))}
        </ul>
        <p className="no-print mt-5">
          <a href={`/following?practice=${practice.slug}`} rel="nofollow" className={buttonStyle("plain")}>
            {follow("practice")}
          </a>
        </p>
      </Section>
    </>
  );
}
