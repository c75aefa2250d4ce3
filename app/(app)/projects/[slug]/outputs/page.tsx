import type { Metadata, Route } from "next";
import { coverageText } from "@/components/outputs/coverage-text";
import { OutputRows } from "@/components/outputs/output-rows";
import { timelineOf } from "@/components/outputs/timeline-data";
import { Timeline } from "@/components/pictures/pictures";
import { FilterForm } from "@/components/shared/filter-form";
import { PageHeader } from "@/components/shared/page-header";
import { Pager } from "@/components/shared/pager";
import { TaskLine } from "@/components/tasks/task-line";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { dayInBrussels } from "@/domain/dates";
import { outputStatuses } from "@/domain/outputs";
import { outputWord } from "@/domain/programme/vocabulary";
import { listOutputsInput } from "@/domain/schemas/outputs";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";
import { PlanStarts } from "../plan-starts";

type Props = PageProps<"/projects/[slug]/outputs">;

async function subject({ params }: Props) {
  const { slug } = await params;
  await requireActor(`/projects/${slug}/outputs`);
  const api = await serverApi();
  const project = await orNotFound(api.projects.get({ slug }));
  return { api, project, word: outputWord(project.callYear, project.actionCode), path: `/projects/${slug}/outputs` };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { project, word } = await subject(props);
  const t = await getTranslations("outputs.list");
  return { title: `${t("title", { word })} · ${project.acronym}` };
}

/** Invalid filters, from a broken link, are ignored. */
function filterOf(slug: string, query: Record<string, unknown>) {
  const filled = Object.fromEntries(
    Object.entries(query).filter(([, value]) => typeof value === "string" && value !== ""),
  );
  const { organisationId, status, due, cursor } = filled;
  const read = listOutputsInput.safeParse({ slug, organisationId, status, due, cursor });
  return read.success ? read.data : { slug };
}

export default async function OutputsPage(props: Props) {
  const { api, project, word, path } = await subject(props);
  const input = filterOf(project.slug, await props.searchParams);
  const inside = project.can["project.inspect"];
  const [outputs, plan, participations, t, tOutputs, tCoverage] = await Promise.all([
    api.outputs.list(input),
    inside ? api.outputs.plan({ slug: project.slug }) : null,
    inside ? api.projects.participations({ slug: project.slug }) : [],
    getTranslations("outputs.list"),
    getTranslations("outputs"),
    getTranslations("outputs.coverage"),
  ]);
  const filters = { organisationId: input.organisationId ?? "", status: input.status ?? "", due: input.due ?? "" };
  const narrowed = Object.values(filters).some((value) => value !== "");
  const timeline =
    plan &&
    timelineOf({ ...plan, startsOn: project.startsOn, durationMonths: project.durationMonths }, participations, {
      slug: project.slug,
      state: (state) => tOutputs(`status.${state}`),
      coverage: (coverage) => coverageText(tCoverage, coverage),
      late: tOutputs("due.late"),
    });
  const all = plan?.outputs ?? [];
  const planLink = (
    <LinkButton href={`${path}/new` as Route} kind="primary" icon="plus">
      {t("plan", { word })}
    </LinkButton>
  );
  const onward = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ""));
  const first = onward.size > 0 ? `${path}?${onward.toString()}` : path;
  if (outputs.nextCursor) onward.set("cursor", outputs.nextCursor);
  return (
    <>
      <PageHeader
        title={t("title", { word })}
        crumbs={[{ href: `/projects/${project.slug}` as Route, label: project.acronym }]}
        state={
          inside
            ? t("state", {
                total: all.length,
                approved: all.filter(({ status }) => status === "approved" || status === "published").length,
                late: all.filter(({ late }) => late).length,
                waiting: all.reduce((sum, { waitingReviews }) => sum + waitingReviews, 0),
              })
            : t("evaluatorState")
        }
        action={project.can["output.plan"] ? planLink : null}
        menu={
          inside ? (
            <>
              <LinkButton href={`${path}/work-packages` as Route} kind="quiet">
                {t("workPackages")}
              </LinkButton>
              {project.can["output.plan"] ? (
                <LinkButton href={`${path}/lay-out` as Route} kind="quiet">
                  {tOutputs("layOut.link")}
                </LinkButton>
              ) : null}
            </>
          ) : null
        }
      />
      {plan && timeline && timeline.outputs.length > 0 ? (
        <Timeline
          {...timeline}
          today={plan.today}
          legend={{ active: t("markActive"), approved: t("markApproved") }}
          className="mb-8"
        />
      ) : null}
      {project.can["task.add"] ? (
        <div className="max-w-xl mb-4">
          <TaskLine projectId={project.id} slug={project.slug} asks={project.can["output.plan"]} />
        </div>
      ) : null}
      {inside && all.length > 0 ? (
        <FilterForm
          path={path}
          label={t("filters")}
          apply={t("apply")}
          clear={t("clear")}
          filters={[
            {
              name: "organisationId",
              label: t("organisation"),
              value: filters.organisationId,
              all: t("all"),
              options: participations
                .filter(({ kind }) => kind !== "evaluator")
                .map((one) => ({ value: one.organisationId, label: `${one.country} ${one.shortName}` })),
            },
            {
              name: "status",
              label: t("status"),
              value: filters.status,
              all: t("all"),
              options: outputStatuses.map((value) => ({ value, label: tOutputs(`status.${value}`) })),
            },
            {
              name: "due",
              label: t("due"),
              value: filters.due,
              all: t("all"),
              options: (["late", "month", "later"] as const).map((value) => ({ value, label: t(value) })),
            },
          ]}
        />
      ) : null}
      {outputs.items.length > 0 ? (
        <OutputRows outputs={outputs.items} today={dayInBrussels(new Date())} />
      ) : narrowed ? (
        <EmptyState title={t("emptyFiltered")} action={<LinkButton href={path as Route}>{t("clear")}</LinkButton>} />
      ) : (
        <EmptyState
          title={inside ? t("empty") : t("emptyEvaluator")}
          action={
            project.can["output.plan"] ? (
              <>
                <PlanStarts project={project} />
                {planLink}
              </>
            ) : undefined
          }
        >
          {inside ? t("emptyText") : t("emptyEvaluatorText")}
        </EmptyState>
      )}
      <Pager
        next={outputs.nextCursor ? (`${path}?${onward.toString()}` as Route) : null}
        first={input.cursor ? (first as Route) : null}
      />
    </>
  );
}
