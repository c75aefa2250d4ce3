import type { Route } from "next";
import type { Hit } from "@/server/search/queries";

/** The page of the project on which a hit is. */
export function hitAddress({ kind, project, outputId, submissionId, practiceId, taskId }: Hit): Route {
  const base = `/projects/${encodeURIComponent(project.slug)}`;
  if (practiceId) return `${base}/practices/${practiceId}` as Route;
  if (outputId) {
    const output = `${base}/outputs/${outputId}`;
    return (submissionId ? `${output}/submissions/${submissionId}` : output) as Route;
  }
  if (taskId) return `${base}/tasks/${taskId}` as Route;
  return `${base}/consortium${kind === "person" ? "#people" : ""}` as Route;
}
