import type { Metadata, Route } from "next";
import { FilterForm } from "@/components/shared/filter-form";
import { PageHeader } from "@/components/shared/page-header";
import { TimelineLegend, TimelineTable } from "@/components/timeline/timeline-table";
import { EmptyState } from "@/components/ui/empty-state";
import { timelineInput } from "@/domain/schemas/outputs";
import { timelineParts, timelineStates } from "@/domain/timeline";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";
import { projectHead } from "../project-head";

type Props = PageProps<"/projects/[slug]/timeline">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  await requireActor(`/projects/${slug}/timeline`);
  const t = await getTranslations("timeline");
  return { title: `${t("title")} · ${(await projectHead(slug)).acronym}` };
}

const word = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");

/** The choice of "Show": everything, one part, or none. */
const showOptions = [...timelineParts, "none"] as const;

export default async function TimelinePage({ params, searchParams }: Props) {
  const { slug } = await params;
  const path = `/projects/${slug}/timeline`;
  await requireActor(path);
  const search = await searchParams;
  const show = showOptions.find((one) => one === search.show) ?? "";
  const filters = { organisation: word(search.organisation), package: word(search.package), state: word(search.state) };
  const read = timelineInput.safeParse({
    slug,
    organisationId: filters.organisation || undefined,
    workPackageId: filters.package || undefined,
    state: filters.state || undefined,
    ...(show === "" ? {} : { show: timelineParts.filter((part) => part === show) }),
  });
  // Invalid filters, from a broken link, are ignored.
  const input = read.success ? read.data : timelineInput.parse({ slug });
  const api = await serverApi();
  const [project, timeline, organisations, t] = await Promise.all([
    projectHead(slug),
    orNotFound(api.outputs.timeline(input)),
    orNotFound(api.outputs.choices({ slug })),
    getTranslations("timeline"),
  ]);
  const narrowed = input.organisationId !== undefined || input.workPackageId !== undefined || input.state !== undefined;
  const count = timeline.outputs.length + timeline.tasks.length;
  return (
    <>
      <PageHeader
        title={t("title")}
        crumbs={[{ href: `/projects/${slug}` as Route, label: project.acronym }]}
        state={t("lead")}
      />
      <FilterForm
        path={path}
        label={t("filters")}
        apply={t("apply")}
        clear={t("clear")}
        filters={[
          {
            name: "organisation",
            label: t("organisation"),
            value: input.organisationId ?? "",
            all: t("all"),
            options: organisations.map((one) => ({ value: one.id, label: one.shortName })),
          },
          {
            name: "package",
            label: t("workPackage"),
            value: input.workPackageId ?? "",
            all: t("all"),
            options: timeline.packageChoices.map((one) => ({
              value: one.id,
              label: t("package", { number: String(one.number), title: one.title }),
            })),
          },
          {
            name: "state",
            label: t("state"),
            value: input.state ?? "",
            all: t("all"),
            options: timelineStates.map((value) => ({ value, label: t(`states.${value}`) })),
          },
          {
            name: "show",
            label: t("show"),
            value: show,
            all: t("parts.all"),
            options: showOptions.map((value) => ({ value, label: t(`parts.${value}`) })),
          },
        ]}
      />
      {count === 0 && (narrowed || timeline.workPackages.length === 0) ? (
        <EmptyState title={t("empty")}>{t(narrowed ? "emptyFilter" : "emptyText")}</EmptyState>
      ) : (
        <>
          <TimelineTable timeline={timeline} slug={slug} state={input.state ?? null} />
          <TimelineLegend />
        </>
      )}
    </>
  );
}
