import type { Route } from "next";
import { useTranslations } from "@/messages/use-translations";
import { LinkButton } from "../ui/link-button";

type Props = {
  /** The address of this list with `?cursor=` of the next page; null on the last. */
  next: Route | null;
  /** The address without a cursor, when this is not the first page. */
  first?: Route | null;
};

/** Links to the pages of a list; works without JavaScript. */
export function Pager({ next, first = null }: Props) {
  const t = useTranslations("ui.pager");
  if (!next && !first) return null;
  return (
    <nav aria-label={t("label")} className="no-print mt-6 flex flex-wrap gap-2">
      {first ? (
        <LinkButton href={first} kind="quiet" icon="chevron-left">
          {t("first")}
        </LinkButton>
      ) : null}
      {next ? <LinkButton href={next}>{t("next")}</LinkButton> : null}
    </nav>
  );
}
