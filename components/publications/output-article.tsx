import { useLocale } from "next-intl";
import { citationOf } from "@/domain/public-citation";
import type { PublicOutput } from "@/domain/schemas/public";
import { useTranslations } from "@/messages/use-translations";
import { PageHeader } from "../shared/page-header";
import { Section } from "../shared/section";
import { CitationSection } from "./citation-section";
import { FundingStatement } from "./funding-statement";
import { OutputFacts } from "./output-facts";
import { PartnerList, PracticeLinks, WorkLinks } from "./public-links";
import { PublicFiles } from "./public-files";

type Props = {
  page: PublicOutput;
  /** The address of the page, as it is cited. */
  address: string;
};

/** The names of the authors, in the language of the reader: people who agreed, and organisations with their pages. */
function Authors({ page }: { page: PublicOutput }) {
  const list = new Intl.ListFormat(useLocale(), { type: "conjunction" });
  const organisations = new Map(page.organisations.map((one) => [one.name, one.slug]));
  const parts = list.formatToParts([...page.people, ...organisations.keys()]);
  return parts.map((part, index) => {
    const slug = part.type === "element" && !page.people.includes(part.value) ? organisations.get(part.value) : null;
    return slug ? (
      <a key={index} href={`/partners/${slug}`} className="link">
        <bdi>{part.value}</bdi>
      </a>
    ) : (
      <bdi key={index}>{part.value}</bdi>
    );
  });
}

/**
 * The public page of an output: on the server as the page, in the browser as its preview. Links are plain anchors,
 * because public pages need no client router.
 */
export function OutputArticle({ page, address }: Props) {
  const t = useTranslations("publications.page");
  const types = useTranslations("programme.outputTypes");
  const { project } = page;
  const name = t("projectPage", { acronym: project.acronym, title: project.title });
  return (
    <article className="printed-links grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="min-w-0">
        <PageHeader
          title={<span lang={page.language}>{page.title}</span>}
          eyebrow={
            <>
              {types(page.type)}
              {project.slug ? (
                <a href={`/partnerships/${project.slug}`} className="link">
                  {t("of", { project: project.acronym })}
                </a>
              ) : (
                t("of", { project: project.acronym })
              )}
            </>
          }
          state={
            <>
              {t("by")} <Authors page={page} />
            </>
          }
        />
        {page.cover ? (
          // The address leads to this server, which serves the picture as it was uploaded.
          <img
            src={`/files/public/${page.cover.versionId}?cover`}
            alt={page.cover.text}
            className="mb-8 max-h-96 w-full rounded-md object-cover"
          />
        ) : null}
        <Section title={t("abstract")}>
          <p lang={page.language} dir="auto" className="max-w-prose font-serif text-lg whitespace-pre-line">
            {page.abstract}
          </p>
        </Section>
        <PublicFiles versions={page.versions} />
        <CitationSection path={`/outputs/${page.slug}`} work={citationOf(page, address)} />
        <Section title={t("project")}>
          <p className="mb-4 max-w-prose">
            {project.slug ? (
              <a href={`/partnerships/${project.slug}`} className="link">
                {name}
              </a>
            ) : (
              name
            )}
          </p>
          <PartnerList partners={page.partners} />
        </Section>
        <WorkLinks title={t("others")} works={page.others} />
        <PracticeLinks title={t("practices")} practices={page.practices} />
        <FundingStatement language={page.language} />
      </div>
      <OutputFacts page={page} />
    </article>
  );
}
