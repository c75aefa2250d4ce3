import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "@/messages/words";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";
import { EvaluatorOverview } from "./evaluator-overview";
import { overviewPage } from "./overview";
import { projectHead } from "../projects/[slug]/project-head";

type Props = PageProps<"/project">;

async function placeOf({ searchParams }: Props) {
  const { slug } = await searchParams;
  if (typeof slug !== "string") notFound();
  const { participations } = await requireActor(`/projects/${slug}`);
  return { slug, place: participations.find((one) => one.slug === slug) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ place }, t] = await Promise.all([placeOf(props), getTranslations("people.shell")]);
  return place ? { title: `${t("overview")} · ${place.acronym}` } : {};
}

/** Served under /projects/<slug>: docs/decisions/018. */
export default async function ProjectPage(props: Props) {
  const { slug, place } = await placeOf(props);
  if (place?.kind === "evaluator") return <EvaluatorOverview project={await projectHead(slug)} />;
  const api = await serverApi();
  return overviewPage(await orNotFound(api.projects.overview({ slug })));
}
