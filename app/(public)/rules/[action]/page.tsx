import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { RuleEdition } from "@/components/programme/rule-edition";
import { getTranslations } from "@/messages/words";
import { getRulePages } from "@/server/programme/rule-pages";

type Props = { params: Promise<{ action: string }> };

async function load({ params }: Props) {
  const { action } = await params;
  const pages = getRulePages({ locale: await getLocale(), now: new Date() }, action);
  const [newest] = pages;
  if (!newest) notFound();
  return { action, pages, label: newest.label };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).label };
}

export default async function RulePage(props: Props) {
  const { action, label, pages } = await load(props);
  const t = await getTranslations("programme.rulePages");
  return (
    <div className="grid gap-10 pt-4 sm:pt-8">
      <header className="grid gap-3">
        <p className="text-ink-soft text-sm">
          <a href="/rules" className="link">
            {t("title")}
          </a>
        </p>
        <h1 className="font-serif text-2xl font-semibold sm:text-3xl">{label}</h1>
        <p>
          <a href={`/can-we-apply?action=${encodeURIComponent(action)}`} className="link">
            {t("check")}
          </a>
        </p>
      </header>
      {pages.map((page) => (
        <RuleEdition key={`${String(page.from)} ${page.strand ?? ""}`} page={page} />
      ))}
    </div>
  );
}
