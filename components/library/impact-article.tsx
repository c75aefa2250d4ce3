import { useLocale } from "next-intl";
import { regionName } from "@/domain/display-names";
import { type Aim, isObjective } from "@/domain/programme/vocabulary";
import { useTranslations } from "@/messages/use-translations";
import type { ImpactPage } from "@/server/library/output";
import { EvidenceList } from "../practices/evidence-list";
import { pageAddress } from "../shared/page-address";
import { PageHeader } from "../shared/page-header";
import { Pager } from "../shared/pager";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";
import { Tag } from "../ui/status-badge";
import { itemPath } from "./item-path";

function Item({ item }: { item: ImpactPage["items"][number] }) {
  const t = useTranslations("library");
  const locale = useLocale();
  return (
    <li className="border-line grid gap-3 border-b py-6 first:pt-0">
      <h2 className="font-serif text-xl font-semibold" lang={item.language || undefined} dir="auto">
        <a href={itemPath(item)} className="underline-offset-4 hover:underline">
          {item.title}
        </a>
      </h2>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        <Tag>{t(`kinds.${item.kind}`)}</Tag>
        {t("byline", { organisation: item.organisation, country: regionName(item.country, locale) })}
      </p>
      {item.evidence.length > 0 ? (
        <EvidenceList evidence={item.evidence} langOf={() => item.language} />
      ) : (
        <p className="text-ink-soft max-w-prose" lang={item.language || undefined} dir="auto">
          {item.excerpt.map(({ text }) => text).join("")}
        </p>
      )}
    </li>
  );
}

type Props = { aim: Aim; page: ImpactPage; isFurther: boolean };

/** What serves an objective of the programme or an effect on people, with the evidence of the practices. */
export function ImpactArticle({ aim, page, isFurther }: Props) {
  const t = useTranslations("library.impacts");
  const names = useTranslations("programme");
  const path = `/impacts/${aim}`;
  return (
    <>
      <PageHeader
        crumbs={[{ href: "/impacts", label: t("title") }]}
        eyebrow={isObjective(aim) ? t("objective") : t("impact")}
        title={names(isObjective(aim) ? `objectives.${aim}` : `impacts.${aim}`)}
        state={page.totalIsExact ? t("served", { count: page.total }) : t("servedMore", { count: page.total })}
      />
      {page.items.length === 0 ? (
        <EmptyState title={t("empty")} action={<LinkButton href="/library">{t("library")}</LinkButton>}>
          {t("emptyText")}
        </EmptyState>
      ) : (
        <ul className="max-w-prose">
          {page.items.map((item) => (
            <Item key={`${item.kind} ${item.slug}`} item={item} />
          ))}
        </ul>
      )}
      <Pager
        next={page.nextCursor ? pageAddress(path, { cursor: page.nextCursor }) : null}
        first={isFurther ? pageAddress(path, {}) : null}
      />
    </>
  );
}
