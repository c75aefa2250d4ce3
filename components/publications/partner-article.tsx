import { useLocale } from "next-intl";
import { countryName } from "@/domain/programme/country-names";
import type { PublicPartner } from "@/domain/schemas/public";
import { useTranslations } from "@/messages/use-translations";
import { PageHeader } from "../shared/page-header";
import { Section } from "../shared/section";
import { FactList } from "./fact-list";
import { PracticeLinks, WorkLinks } from "./public-links";

/** The public page of an organisation: the public projects that name it, and what it published there. */
export function PartnerArticle({ page }: { page: PublicPartner }) {
  const t = useTranslations("publications.partner");
  const kinds = useTranslations("publications.page.kinds");
  const types = useTranslations("programme.organisationTypes");
  const locale = useLocale();
  return (
    <article className="printed-links grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="min-w-0">
        <PageHeader
          title={page.name}
          eyebrow={t("eyebrow")}
          state={[page.city, countryName(page.country, locale)].filter(Boolean).join(", ")}
        />
        <Section title={t("projects")}>
          <ul className="divide-line divide-y">
            {page.projects.map((project) => (
              <li key={project.slug} className="flex flex-wrap justify-between gap-x-6 py-2">
                <a href={`/partnerships/${project.slug}`} className="link min-w-0">
                  <bdi>{`${project.acronym}: ${project.title}`}</bdi>
                </a>
                <span className="text-ink-soft text-sm">
                  {kinds(project.kind)}, {project.callYear}
                </span>
              </li>
            ))}
          </ul>
        </Section>
        <WorkLinks title={t("outputs")} works={page.outputs} />
        <PracticeLinks title={t("practices")} practices={page.practices} />
      </div>
      <FactList
        facts={[
          [t("kind"), page.type === null ? "" : types(page.type)],
          [
            t("website"),
            page.website === null ? (
              ""
            ) : (
              <a key="website" href={page.website} rel="noopener noreferrer" className="link">
                {page.website.replace(/^https?:\/\//u, "").replace(/\/$/u, "")}
              </a>
            ),
          ],
        ]}
      />
    </article>
  );
}
