import type { Metadata } from "next";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";
import { EvaluatorOverview } from "./evaluator-overview";
import { Overview } from "./overview";
import { projectHead } from "./project-head";

type Props = PageProps<"/projects/[slug]">;

async function participationOf({ params }: Props) {
  const { slug } = await params;
  const { participations, locale } = await requireActor(`/projects/${slug}`);
  return { slug, language: locale, participation: participations.find((one) => one.slug === slug) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ participation }, t] = await Promise.all([participationOf(props), getTranslations("people.shell")]);
  return participation ? { title: `${t("overview")} · ${participation.acronym}` } : {};
}

export default async function ProjectPage(props: Props) {
  const { slug, language, participation } = await participationOf(props);
  if (participation?.kind === "evaluator") return <EvaluatorOverview project={await projectHead(slug)} />;
  const api = await serverApi();
  return <Overview overview={await orNotFound(api.projects.overview({ slug }))} language={language} />;
}
