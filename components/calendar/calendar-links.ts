import type { Route } from "next";
import type { CalendarKind } from "@/domain/calendar";

type Entry = {
  kind: CalendarKind;
  id: string;
  slug: string;
  outputId: string | null;
  submissionId: string | null;
};

/** The page of what is due. */
export function entryPath({ kind, id, slug, outputId, submissionId }: Entry): Route {
  const project = `/projects/${slug}`;
  if (kind === "task") return `${project}/tasks/${id}` as Route;
  const output = `${project}/outputs/${outputId ?? id}`;
  return (kind === "review" && submissionId !== null ? `${output}/submissions/${submissionId}` : output) as Route;
}
