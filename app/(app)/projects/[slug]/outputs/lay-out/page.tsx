import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { PlanForm } from "@/components/outputs/plan/plan-form";
import { ClientMessages } from "@/components/shared/client-messages";
import { PageHeader } from "@/components/shared/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { dayInBrussels } from "@/domain/dates";
import { type PlanContext, writePlan } from "@/domain/plan/rows";
import { planTemplateFor, type PlanTemplateId, planTemplateIds, planTemplateRows } from "@/domain/plan/templates";
import { outputWord } from "@/domain/programme/vocabulary";
import { getReader, getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";
import { projectHead } from "../../project-head";

type Props = PageProps<"/projects/[slug]/outputs/lay-out">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  await requireActor(`/projects/${slug}/outputs/lay-out`);
  const t = await getTranslations("outputs.layOut");
  return { title: t("title") };
}

type StartProps = { path: string; chosen: PlanTemplateId | null; fitting: PlanTemplateId };

/** What a plan can start from: templates, that which fits the call first, or a pasted table. */
async function Starts({ path, chosen, fitting }: StartProps) {
  const [t, names] = await Promise.all([getTranslations("outputs.layOut"), getTranslations("outputs.templates.names")]);
  const ordered = [fitting, ...planTemplateIds.filter((id) => id !== fitting)];
  const starts = [
    ...ordered.map((id) => ({ id, label: id === fitting ? t("fits", { name: names(id) }) : names(id) })),
    { id: null, label: t("paste") },
  ];
  return (
    <nav aria-labelledby="starts" className="mb-6 grid gap-2">
      <h2 id="starts" className="font-semibold">
        {t("start")}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {starts.map(({ id, label }) => (
          <li key={id}>
            <LinkButton
              href={(id === null ? path : `${path}?from=${id}`) as Route}
              size="small"
              icon={id === chosen ? "check" : undefined}
            >
              {label}
              {id === chosen ? <span className="sr-only"> ({t("chosen")})</span> : null}
            </LinkButton>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export default async function LayOutPage({ params, searchParams }: Props) {
  const { slug } = await params;
  await requireActor(`/projects/${slug}/outputs/lay-out`);
  const { from } = await searchParams;
  const chosen = planTemplateIds.find((id) => id === from) ?? null;
  const project = await projectHead(slug);
  if (!project.can["output.plan"]) notFound();
  const api = await serverApi();
  const [plan, organisations, reader, t, tList, titles] = await Promise.all([
    orNotFound(api.outputs.plan({ slug })),
    orNotFound(api.outputs.choices({ slug })),
    getReader(),
    getTranslations("outputs.layOut"),
    getTranslations("outputs.list"),
    getTranslations("outputs.templates.lines"),
  ]);
  const path = `/projects/${slug}/outputs`;
  const context: PlanContext = {
    startsOn: project.startsOn,
    durationMonths: project.durationMonths,
    organisations,
    ownOrganisationId: project.mine.organisationId,
    workPackages: plan.workPackages,
    outputNumbers: plan.outputs.map(({ number }) => number),
    locale: reader.locale,
    today: dayInBrussels(new Date()),
  };
  return (
    <>
      <PageHeader
        title={t("title")}
        crumbs={[
          { href: `/projects/${slug}` as Route, label: project.acronym },
          { href: path as Route, label: tList("title", { word: outputWord(project.callYear, project.actionCode) }) },
        ]}
        state={t("lead")}
      />
      <Starts path={`${path}/lay-out`} chosen={chosen} fitting={planTemplateFor(project)} />
      {project.startsOn === null ? (
        <Notice
          tone="due"
          className="mb-6"
          action={
            <LinkButton href={`/projects/${slug}/edit` as Route} size="small">
              {t("setStart")}
            </LinkButton>
          }
        >
          {t("noStart")}
        </Notice>
      ) : null}
      <ClientMessages of={["outputs.layOut", "programme.outputTypes"]}>
        <PlanForm
          key={chosen}
          projectId={project.id}
          path={path}
          context={context}
          initial={chosen === null ? "" : writePlan(planTemplateRows(chosen, project, titles))}
          draft={`plan ${project.id} ${chosen ?? "pasted"}`}
        />
      </ClientMessages>
    </>
  );
}
