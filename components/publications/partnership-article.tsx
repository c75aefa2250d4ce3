import type { PublicPartnership } from "@/domain/schemas/public";
import { outputCode } from "@/domain/outputs";
import { useTranslations } from "@/messages/use-translations";
import { PageHeader } from "../shared/page-header";
import { Section } from "../shared/section";
import { CalendarDate } from "../ui/date-time";
import { Notice } from "../ui/notice";
import { FactList } from "./fact-list";
import { FundingStatement } from "./funding-statement";
import { PartnerList, PracticeLinks } from "./public-links";

/** What the project promised, each with its page when it is public. */
function Promised({ outputs }: { outputs: PublicPartnership["outputs"] }) {
  const t = useTranslations("publications.partnership");
  const types = useTranslations("programme.outputTypes");
  return (
    <ul className="divide-line divide-y">
      {outputs.map((output) => (
        <li key={output.number} className="flex flex-wrap justify-between gap-x-6 py-2">
          <span className="min-w-0">
            <span className="text-ink-soft">{outputCode(output.number)}</span>{" "}
            {output.slug ? (
              <a href={`/outputs/${output.slug}`} lang={output.language} className="link">
                {output.title}
              </a>
            ) : (
              <bdi>{output.title}</bdi>
            )}
            <span className="text-ink-soft">, {types(output.type)}</span>
          </span>
          <span className="text-ink-soft text-sm">{output.slug ? t("isPublic") : t("notPublic")}</span>
        </li>
      ))}
    </ul>
  );
}

/** The public page of a project: its partners, what it promised and what is public. */
export function PartnershipArticle({ page }: { page: PublicPartnership }) {
  const t = useTranslations("publications.partnership");
  const tPage = useTranslations("publications.page");
  const fields = useTranslations("programme.fields");
  const published = page.outputs.filter(({ slug }) => slug !== null).length;
  const { startsOn, durationMonths } = page;
  return (
    <article className="printed-links grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="min-w-0">
        <PageHeader
          title={page.title}
          eyebrow={
            <>
              <bdi className="font-semibold">{page.acronym}</bdi>
              {t("eyebrow", { year: String(page.callYear) })}
            </>
          }
        />
        {page.closed ? <Notice className="mb-6">{t("closed")}</Notice> : null}
        <Section title={t("about")}>
          <p dir="auto" className="max-w-prose font-serif text-lg whitespace-pre-line">
            {page.summary || t("noSummary")}
          </p>
        </Section>
        <Section title={t("outputs")} description={t("outputsLead", { published, total: page.outputs.length })}>
          <Promised outputs={page.outputs} />
        </Section>
        <PracticeLinks title={t("practices")} practices={page.practices} />
        <Section title={tPage("partners")}>
          <PartnerList partners={page.partners} />
        </Section>
        <FundingStatement language="en" />
      </div>
      <FactList
        facts={[
          [t("action"), page.actionCode],
          [t("field"), fields(page.field)],
          [
            t("period"),
            startsOn === null || durationMonths === null
              ? ""
              : t.rich("periodValue", {
                  months: durationMonths,
                  date: () => <CalendarDate value={startsOn} style="long" />,
                }),
          ],
          [tPage("reference"), page.grantReference],
        ]}
      />
    </article>
  );
}
