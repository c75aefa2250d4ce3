import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { activity } from "@/db/schema";
import { events, type EventType } from "@/domain/events/events";
import type { Side, TestProject } from "./factories";

const output = { number: 1, title: "Guide" };
const dataOf: Record<string, object> = {
  "file.uploaded": { ...output, versionId: uuid(), file: "guide.pdf", version: 1, onBehalf: false },
  "comment.added": { ...output, submissionId: uuid(), submission: 1 },
  "output.started": output,
};

const isEvent = (type: string): type is EventType => Object.hasOwn(events, type);

/** An event caused by a side's contributor at a moment; of a type without data when none is named. */
export async function anActivity(
  tx: Db,
  project: TestProject,
  side: Side,
  at: string,
  type = "project.exported",
  given: { outputId?: string; personId?: string; data?: object } = {},
) {
  await tx.insert(activity).values({
    at: new Date(at),
    projectId: project.id,
    organisationId: side.organisationId,
    personId: given.personId ?? side.contributor,
    outputId: given.outputId ?? null,
    type,
    kind: isEvent(type) ? events[type].kind : null,
    data: given.data ?? dataOf[type] ?? {},
  });
}
