import type { Route } from "next";
import { useTranslations } from "@/messages/use-translations";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";
import { Notice } from "../ui/notice";

type Props = {
  drafts: readonly { id: string; title: string | null; acronym: string | null }[];
  requests: readonly { id: string; organisation: string }[];
  hasOrganisation: boolean;
  isNew: boolean;
};

/** Unfinished drafts and requests, and first steps for new people. */
export function FirstSteps({ drafts, requests, hasOrganisation, isNew }: Props) {
  const t = useTranslations("people.home");
  return (
    <div className="mb-8 grid gap-4 empty:hidden">
      {requests.map((request) => (
        <Notice key={request.id}>{t("myRequest", request)}</Notice>
      ))}
      {drafts.map((draft) => (
        <Notice
          key={draft.id}
          tone="due"
          title={t("drafts")}
          action={
            <LinkButton href={`/projects/new/${draft.id}/basics` as Route} size="small">
              {t("open")}
            </LinkButton>
          }
        >
          {t("goOn", { title: draft.acronym || draft.title || t("goOnUntitled") })}
        </Notice>
      ))}
      {isNew ? (
        <EmptyState
          title={t("firstTitle")}
          action={
            <>
              {hasOrganisation ? null : <LinkButton href="/welcome">{t("register")}</LinkButton>}
              <LinkButton href={"/projects/new"} kind="primary">
                {t("start")}
              </LinkButton>
            </>
          }
        >
          {t("firstText")}
        </EmptyState>
      ) : null}
    </div>
  );
}
