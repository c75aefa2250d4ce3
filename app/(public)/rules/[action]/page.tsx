import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { EditionName, RuleEdition } from "@/components/programme/rule-edition";
import { getTranslations } from "@/messages/server";
import { getRulePages } from "@/server/programme/rule-pages";

type Props = { params: Promise<{ action: string }> };

async function load({ params }: Props) {
  const { action } = await params;
  const pages = await getRulePages({ locale: await getLocale(), now: new Date() }, action);
  const [newest] = pages;
  if (!newest) notFound();
  return { action, pages, label: newest.label };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("programme.rulePages");
  return { title: (await load(props)).label, description: t("lead") };
}

export default async function RulePage(props: Props) {
  const { action, label, pages } = await load(props);
  const t = await getTranslations("programme.rulePages");
  const editions = pages.map((page) => ({
    page,
    id: `calls-${String(page.from)}${page.strand ? `-${page.strand}` : ""}`,
  }));
  return (
    <div className="grid gap-10 pt-4 sm:pt-8">
      <header className="grid gap-3">
        <p className="no-print text-ink-soft text-sm">
          <a href="/rules" className="link">
            {t("title")}
          </a>
        </p>
        <h1 className="font-serif text-2xl font-semibold sm:text-3xl">{label}</h1>
        <p className="no-print">
          <a href={`/can-we-apply?action=${encodeURIComponent(action)}`} className="link">
            {t("check")}
          </a>
          <span aria-hidden="true"> · </span>
          <a
            href={`/what-may-we-claim?${new URLSearchParams({ action, callYear: String(pages[0]?.to ?? "") }).toString()}`}
            className="link"
          >
            {t("claim")}
          </a>
        </p>
        {editions.length > 1 ? (
          <nav aria-label={t("onThisPage")} className="no-print">
            <ul className="flex flex-wrap gap-x-5 gap-y-1">
              {editions.map(({ page, id }) => (
                <li key={id}>
                  <a href={`#${id}`} className="link inline-flex min-h-8 items-center">
                    <EditionName page={page} />
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
      </header>
      {editions.map(({ page, id }) => (
        <RuleEdition key={id} page={page} id={id} />
      ))}
    </div>
  );
}
