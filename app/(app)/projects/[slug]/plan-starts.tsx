import type { Route } from "next";
import { LinkButton } from "@/components/ui/link-button";
import { planTemplateFor } from "@/domain/plan/templates";
import { getTranslations } from "@/messages/server";

type Props = { project: { slug: string; callYear: number; actionCode: string; kind: string | null } };

/** How an empty plan can be started at once: from the template for its call, or from a table. */
export async function PlanStarts({ project }: Props) {
  const [t, names] = await Promise.all([getTranslations("outputs.layOut"), getTranslations("outputs.templates.names")]);
  const fitting = planTemplateFor(project);
  const path = `/projects/${project.slug}/outputs/lay-out`;
  return (
    <>
      <LinkButton href={`${path}?from=${fitting}` as Route}>{t("startFor", { name: names(fitting) })}</LinkButton>
      <LinkButton href={path as Route}>{t("paste")}</LinkButton>
    </>
  );
}
