import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { PracticeText } from "@/components/practices/practice-text";
import { PageHeader } from "@/components/shared/page-header";
import { licenceKey } from "@/domain/licences";
import { languageName } from "@/domain/display-names";
import { countryName } from "@/domain/programme/country-names";
import { getFormatter, getTranslations } from "@/messages/server";
import { orNotFound, serverApi } from "@/server/trpc/rsc";

type Props = PageProps<"/practices/[slug]">;

/** Shortens a description to what search engines and messengers show, at a word boundary. */
const shortened = (text: string) => (text.length > 200 ? `${text.slice(0, 199).replace(/\s+\S*$/u, "")}…` : text);

async function load({ params }: Props) {
  const { slug } = await params;
  return orNotFound((await serverApi()).public.practice({ slug }));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const practice = await load(props);
  return { title: practice.title, description: shortened(practice.need) };
}

export default async function PublicPracticePage(props: Props) {
  const practice = await load(props);
  const t = await getTranslations("practices");
  const locale = await getLocale();
  const format = await getFormatter();
  const facts = [
    [t("public.forWhom"), practice.targetGroup],
    [t("public.language"), languageName(practice.language, locale)],
    [t("public.licence"), t(`licences.${licenceKey(practice.licence)}`)],
    [t("public.published"), practice.publishedAt ? format.dateTime(practice.publishedAt, { dateStyle: "long" }) : ""],
  ].filter(([, value]) => value !== "");
  return (
    <article className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_16rem]">
      <div>
        <PageHeader
          title={<span lang={practice.language}>{practice.title}</span>}
          eyebrow={`${practice.organisation}, ${countryName(practice.country, locale)}`}
        />
        <PracticeText practice={practice} language={practice.language} />
      </div>
      <div className="border-line grid content-start gap-5 border-t pt-6 text-sm lg:border-s lg:border-t-0 lg:ps-6 lg:pt-2">
        <dl className="grid gap-4">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt className="text-ink-soft">{name}</dt>
              <dd className="font-semibold">{value}</dd>
            </div>
          ))}
        </dl>
        <p>{t("public.from", { project: `${practice.acronym}: ${practice.project}` })}</p>
        {practice.grantReference ? <p>{t("public.reference", { reference: practice.grantReference })}</p> : null}
        <p className="text-ink-soft">{t("public.statement")}</p>
      </div>
    </article>
  );
}
