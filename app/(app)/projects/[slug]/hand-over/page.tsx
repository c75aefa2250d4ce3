import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { HandOverForm } from "@/components/projects/hand-over-form";
import { ClientMessages } from "@/components/shared/client-messages";
import { PageHeader } from "@/components/shared/page-header";
import { Section } from "@/components/shared/section";
import { CalendarDate } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { outputCode } from "@/domain/outputs";
import { memberInput } from "@/domain/schemas/projects";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";
import { projectHead } from "../project-head";

type Props = PageProps<"/projects/[slug]/hand-over">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  await requireActor(`/projects/${slug}/hand-over`);
  const [project, t] = await Promise.all([projectHead(slug), getTranslations("projects.memberMenu")]);
  return { title: `${t("handOver")} · ${project.acronym}` };
}

type Thing = { id: string; title: string; dueOn: string | null; number?: number; state?: string };

async function Things({ things, count }: { things: readonly Thing[]; count: number }) {
  const t = await getTranslations("projects.handOver");
  if (count === 0) return <p>{t("nothing")}</p>;
  return (
    <>
      <ul className="divide-line border-line divide-y border-y">
        {things.map(({ id, title, dueOn, number, state }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
            <span className="wrap-anywhere">
              {number === undefined ? "" : `${outputCode(number)} `}
              <bdi>{title}</bdi>
            </span>
            <span className="text-ink-soft text-sm">
              {dueOn === null ? t("noDay") : t.rich("due", { day: () => <CalendarDate value={dueOn} /> })}
              {state === "asked" ? ` · ${t("asked")}` : ""}
            </span>
          </li>
        ))}
      </ul>
      {count > things.length ? <p className="pt-2">{t("more", { count: count - things.length })}</p> : null}
    </>
  );
}

export default async function HandOverPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const input = memberInput.safeParse({ memberId: (await searchParams).member });
  await requireActor(`/projects/${slug}/hand-over`);
  if (!input.success) notFound();
  const api = await serverApi();
  const [project, work, t, tConsortium] = await Promise.all([
    projectHead(slug),
    orNotFound(api.projects.work(input.data)),
    getTranslations("projects.handOver"),
    getTranslations("projects.consortium"),
  ]);
  const { member, colleagues } = work;
  const base = `/projects/${slug}`;
  const about = { name: member.name, organisation: member.organisation, project: project.acronym };
  const takers = colleagues.filter(({ role }) => work.mayGiveRole || role !== "viewer");
  return (
    <>
      <PageHeader
        title={member.me ? t("titleOwn") : t("title", about)}
        crumbs={[
          { href: base as Route, label: project.acronym },
          ...(project.can["project.inspect"]
            ? [{ href: `${base}/consortium` as Route, label: tConsortium("title") }]
            : []),
        ]}
        state={member.me ? t("leadOwn", about) : t("lead", about)}
      />
      <div className="max-w-form mb-10">
        {takers.length === 0 ? (
          <EmptyState
            title={t("noColleague", about)}
            action={
              project.can["project.inspect"] ? (
                <LinkButton href={`${base}/consortium/invite` as Route}>{t("invite")}</LinkButton>
              ) : null
            }
          >
            {t("noColleagueText")}
          </EmptyState>
        ) : (
          <ClientMessages of={["projects.handOver", "projects.roles"]}>
            <HandOverForm
              member={member}
              colleagues={takers}
              mayGiveRole={work.mayGiveRole}
              reviewCount={work.reviewCount}
              briefing={`${base}/briefing` as Route}
            />
          </ClientMessages>
        )}
      </div>
      <Section title={t("tasks")}>
        <Things things={work.tasks} count={work.taskCount} />
      </Section>
      <Section title={t("reviews")}>
        <Things things={work.reviews} count={work.reviewCount} />
      </Section>
    </>
  );
}
