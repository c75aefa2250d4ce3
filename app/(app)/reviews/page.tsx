import type { Metadata, Route } from "next";
import { Anchor } from "@/components/ui/anchor";
import { PageHeader } from "@/components/shared/page-header";
import { Pager } from "@/components/shared/pager";
import { CalendarDate } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { StatusBadge } from "@/components/ui/status-badge";
import { dayInBrussels } from "@/domain/dates";
import { outputCode } from "@/domain/outputs";
import { getTranslations } from "@/messages/server";
import { requireActor, serverApi } from "@/server/trpc/rsc";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reviews.mine");
  return { title: t("title") };
}

export default async function ReviewsPage({ searchParams }: PageProps<"/reviews">) {
  await requireActor("/reviews");
  const { cursor } = await searchParams;
  const api = await serverApi();
  const [mine, t, r] = await Promise.all([
    api.reviews.mine({ cursor: typeof cursor === "string" ? cursor : undefined }),
    getTranslations("reviews.mine"),
    getTranslations("reviews"),
  ]);
  const count = mine.items.length;
  const today = dayInBrussels(new Date());
  return (
    <>
      <PageHeader title={t("title")} state={mine.nextCursor ? t("more", { count }) : t("state", { count })} />
      {count === 0 ? (
        <EmptyState title={t("empty")} action={<LinkButton href="/home">{t("toHome")}</LinkButton>}>
          {t("emptyText")}
        </EmptyState>
      ) : (
        <ul className="divide-line border-line divide-y border-y" aria-label={t("label")}>
          {mine.items.map((review) => {
            const path =
              `/projects/${review.slug}/outputs/${review.outputId}/submissions/${review.submissionId}` as Route;
            return (
              <li key={review.id} className="row">
                {review.dueOn ? (
                  <StatusBadge tone={review.dueOn < today ? "late" : "due"}>
                    {review.dueOn < today
                      ? t("late")
                      : r.rich("until", { d: () => <CalendarDate value={review.dueOn ?? today} /> })}
                  </StatusBadge>
                ) : null}
                <div className="min-w-0 flex-1 basis-60">
                  <Anchor href={path} className="link font-semibold">
                    {outputCode(review.number)} {review.title}
                  </Anchor>
                  <p className="text-ink-soft text-sm">
                    {t("asked", {
                      project: review.acronym,
                      submission: review.submission,
                      asker: review.asker ?? r("former"),
                    })}
                  </p>
                </div>
                <LinkButton href={path} kind="primary" size="small">
                  {t("open")}
                </LinkButton>
              </li>
            );
          })}
        </ul>
      )}
      <Pager
        next={mine.nextCursor ? (`/reviews?cursor=${mine.nextCursor}` as Route) : null}
        first={cursor ? "/reviews" : null}
      />
    </>
  );
}
