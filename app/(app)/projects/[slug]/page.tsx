import type { Metadata } from "next";
import { getTranslations } from "@/messages/words";
import { requireActor } from "@/server/trpc/rsc";
import { EvaluatorOverview } from "./evaluator-overview";
import { Overview } from "./overview";
import { projectHead } from "./project-head";

type Props = PageProps<"/projects/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  await requireActor(`/projects/${slug}`);
  const [project, t] = await Promise.all([projectHead(slug), getTranslations("people.shell")]);
  return { title: `${t("overview")} · ${project.acronym}` };
}

export default async function ProjectPage({ params }: Props) {
  const { slug } = await params;
  await requireActor(`/projects/${slug}`);
  const project = await projectHead(slug);
  return project.can["project.inspect"] ? <Overview project={project} /> : <EvaluatorOverview project={project} />;
}
