import type { Route } from "next";
import { Anchor } from "@/components/ui/anchor";
import { AboutProject } from "@/components/projects/about-project";
import { Section } from "@/components/shared/section";
import { CalendarDate } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import { StatusBadge } from "@/components/ui/status-badge";
import { getTranslations } from "@/messages/server";
import type { ProjectHead } from "@/server/projects/queries/get-project";
import { serverApi } from "@/server/trpc/rsc";
import { ProjectTitle } from "./project-title";

/** The project page of an external evaluator: the project summary and the reviews they are asked for. */
export async function EvaluatorOverview({ project }: { project: ProjectHead }) {
  const api = await serverApi();
  const [t, people, status, outputs, waiting] = await Promise.all([
    getTranslations("projects.overview"),
    getTranslations("projects.ownPeople"),
    getTranslations("outputs.status"),
    api.outputs.list({ slug: project.slug }),
    api.reviews.mine({}),
  ]);
  const open = new Map(waiting.items.map((review) => [review.outputId, review]));
  const pathOf = (outputId: string) => `/projects/${project.slug}/outputs/${outputId}`;
  const reviewPath = (outputId: string) => {
    const review = open.get(outputId);
    return review ? (`${pathOf(outputId)}/submissions/${review.submissionId}` as Route) : null;
  };
  const first = outputs.items.map(({ id }) => reviewPath(id)).find((path) => path !== null);
  return (
    <>
      <ProjectTitle
        project={project}
        state={t("forReviewText")}
        primary={first ? { href: first, label: t("openReview") } : null}
      />
      <Section title={t("forReview")}>
        {outputs.items.length === 0 ? (
          <EmptyState title={t("noReviews")}>{t("noReviewsText")}</EmptyState>
        ) : (
          <ul className="divide-line border-line divide-y border-y">
            {outputs.items.map((output) => {
              const review = reviewPath(output.id);
              const dueOn = open.get(output.id)?.dueOn;
              return (
                <li key={output.id} className="row">
                  <div className="min-w-0 flex-1 basis-60">
                    <Anchor href={pathOf(output.id) as Route} className="link font-semibold">
                      O{output.number} {output.title}
                    </Anchor>
                    {dueOn ? (
                      <p className="text-ink-soft text-sm">
                        <CalendarDate value={dueOn} />
                      </p>
                    ) : null}
                  </div>
                  <StatusBadge tone={review ? "due" : "neutral"}>
                    {review ? status(output.status) : t("given")}
                  </StatusBadge>
                  {review ? (
                    <LinkButton href={review} size="small">
                      {t("review")}
                    </LinkButton>
                  ) : null}
                </li>
              );
            })}
          </ul>
        )}
      </Section>
      <AboutProject project={project} />
      <p>
        <TextLink href={`/projects/${project.slug}/people` as Route}>{people("open")}</TextLink>
      </p>
    </>
  );
}
