import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect } from "vitest";
import { people, tasks } from "@/db/schema";
import { callAs, problemOf, refusalOf, watch } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aProject } from "@/server/testing/factories";
import { anOutput } from "@/server/testing/work-factories";

test("one line adds a task for an output, recognises person and day, and says so; repeated, it adds nothing", async ({
  tx,
}) => {
  const project = await aProject(tx);
  const { coordinator, partner } = project;
  await tx.update(people).set({ name: "Νίκος Αντωνίου" }).where(eq(people.id, partner.contributor));
  const output = await anOutput(tx, project);
  const api = await callAs(coordinator.manager, tx);
  const input = { id: uuid(), projectId: project.id, outputId: output.id, line: "Photos – of seams – Νικος – 12 May" };
  const { answer, types } = await watch(tx, () => api.tasks.addLine(input));
  expect(answer).toEqual({
    ...{ taskId: input.id, title: "Photos – of seams", name: "Νίκος Αντωνίου", dueOn: "2026-05-12" },
  });
  expect(types).toEqual(["task.added"]);
  const [task] = await tx.select().from(tasks).where(eq(tasks.id, input.id));
  expect(task).toMatchObject({ assigneeId: partner.contributor, outputId: output.id, state: "asked" });
  expect((await watch(tx, () => api.tasks.addLine(input))).types).toEqual([]);
  const other = await callAs(project.other.manager, tx);
  expect(await problemOf(other.tasks.addLine(input))).toBe("input.id_taken");
});

test.for([
  ["Print the posters", "task.line_who_missing", "Print the posters"],
  ["Print – Nobody – 12 May", "task.line_who_unknown", "Nobody"],
  ["Print – Nikos – someday", "task.line_day_unreadable", "someday"],
  ["; Nikos; 12 May", "task.line_title_missing", ""],
] as const)("the line %s is refused with what was not understood", async ([line, problem, found], { tx }) => {
  const project = await aProject(tx);
  await tx.update(people).set({ name: "Nikos" }).where(eq(people.id, project.partner.contributor));
  const api = await callAs(project.coordinator.manager, tx);
  const refusal = await refusalOf(api.tasks.addLine({ id: uuid(), projectId: project.id, line }));
  expect(refusal).toMatchObject({ problem, data: { field: "line", found } });
  expect(await tx.select().from(tasks)).toEqual([]);
});
