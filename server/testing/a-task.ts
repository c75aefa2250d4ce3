import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { tasks } from "@/db/schema";
import type { TaskState } from "@/domain/tasks";
import type { TestProject } from "./factories";

type Options = { state?: TaskState; title?: string; dueOn?: string | null; assigneeId?: string | null };

/** A task that the coordinator's manager asked of the first partner; of nobody by name, asked and without a day. */
export async function aTask(db: Db, project: TestProject, options: Options = {}): Promise<string> {
  const id = uuid();
  await db.insert(tasks).values({
    id,
    projectId: project.id,
    title: options.title ?? "Print the posters",
    organisationId: project.partner.organisationId,
    assigneeId: options.assigneeId ?? null,
    askedBy: project.coordinator.manager,
    askedForId: project.coordinator.organisationId,
    dueOn: options.dueOn ?? null,
    state: options.state ?? "asked",
  });
  return id;
}
