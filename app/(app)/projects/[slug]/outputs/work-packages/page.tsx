import type { Metadata, Route } from "next";
import { WorkPackageForm } from "@/components/outputs/work-package-form";
import { PageHeader } from "@/components/shared/page-header";
import { ClientMessages } from "@/components/shared/client-messages";
import { Chip } from "@/components/ui/chip";
import { CalendarDate } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { outputWord } from "@/domain/programme/vocabulary";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";

type Props = PageProps<"/projects/[slug]/outputs/work-packages">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("outputs.packages");
  return { title: t("title") };
}

export default async function WorkPackagesPage({ params }: Props) {
  const { slug } = await params;
  await requireActor(`/projects/${slug}/outputs/work-packages`);
  const api = await serverApi();
  const plan = await orNotFound(api.outputs.plan({ slug }));
  const [project, participations, choices, t, tList] = await Promise.all([
    api.projects.get({ slug }),
    api.projects.participations({ slug }),
    api.outputs.choices({ slug }),
    getTranslations("outputs.packages"),
    getTranslations("outputs.list"),
  ]);
  const leads = new Map(participations.map((one) => [one.organisationId, one]));
  const held = (id: string) => plan.outputs.filter((output) => output.workPackageId === id).length;
  const nextNumber = Math.max(0, ...plan.workPackages.map(({ number }) => number)) + 1;
  const form = <WorkPackageForm projectId={project.id} organisations={choices} nextNumber={nextNumber} />;
  const canPlan = project.can["output.plan"];
  return (
    <ClientMessages of={["outputs.packages"]}>
      <PageHeader
        title={t("title")}
        crumbs={[
          { href: `/projects/${slug}` as Route, label: project.acronym },
          {
            href: `/projects/${slug}/outputs` as Route,
            label: tList("title", { word: outputWord(project.callYear, project.actionCode) }),
          },
        ]}
        state={t("lead")}
        action={canPlan && plan.workPackages.length > 0 ? form : null}
      />
      {plan.workPackages.length === 0 ? (
        <EmptyState title={t("empty")} action={canPlan ? form : undefined}>
          {t("emptyText")}
        </EmptyState>
      ) : (
        <ul className="divide-line border-line divide-y border-y">
          {plan.workPackages.map((one) => {
            const lead = one.leadOrganisationId ? leads.get(one.leadOrganisationId) : undefined;
            return (
              <li key={one.id} className="row">
                <div className="min-w-0 flex-1 basis-60">
                  <p className="font-semibold">
                    WP{one.number} {one.title}
                  </p>
                  <p className="text-ink-soft flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
                    {lead ? <Chip {...lead} name={lead.shortName} /> : null}
                    <span>
                      {one.startsOn ? <CalendarDate value={one.startsOn} /> : null}
                      {one.startsOn || one.endsOn ? " – " : t("noPeriod")}
                      {one.endsOn ? <CalendarDate value={one.endsOn} /> : null}
                    </span>
                    <span>{t("outputs", { count: held(one.id) })}</span>
                  </p>
                </div>
                {canPlan ? (
                  <WorkPackageForm
                    projectId={project.id}
                    organisations={choices}
                    nextNumber={nextNumber}
                    workPackage={one}
                  />
                ) : null}
              </li>
            );
          })}
        </ul>
      )}
    </ClientMessages>
  );
}
