import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { outputs, reviews, tasks, workPackages } from "@/db/schema";
import { aTask } from "@/server/testing/a-task";
import { callAs } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aProject, type TestProject } from "@/server/testing/factories";
import { anOutput, aSubmission, aVersion } from "@/server/testing/work-factories";

async function aPackage(db: Db, project: TestProject, number: number) {
  const id = uuid();
  await db.insert(workPackages).values({ id, projectId: project.id, number, title: `Package ${String(number)}` });
  return id;
}

/** Two work packages; an output of the first is late and slipped, one of the second is approved; four tasks. */
async function aPlan(db: Db) {
  const project = await aProject(db);
  const [first, second] = [await aPackage(db, project, 1), await aPackage(db, project, 2)];
  const guide = await anOutput(db, project, { title: "Guide", number: 1, dueOn: "2026-03-10" });
  const course = await anOutput(db, project, {
    title: "Course",
    number: 2,
    dueOn: "2026-05-10",
    status: "approved",
    lead: project.other,
    contributors: [project.partner],
  });
  await db.update(outputs).set({ workPackageId: first, firstDueOn: "2026-02-10" }).where(eq(outputs.id, guide.id));
  await db.update(outputs).set({ workPackageId: second, firstDueOn: "2026-05-10" }).where(eq(outputs.id, course.id));
  const asked = await aSubmission(
    db,
    guide,
    [await aVersion(db, guide)],
    [{ personId: project.other.contributor, organisationId: project.other.organisationId }],
  );
  await db.update(reviews).set({ dueOn: "2026-03-30" }).where(eq(reviews.submissionId, asked.id));
  const late = await aTask(db, project, { dueOn: "2026-03-01", state: "open" });
  await db.update(tasks).set({ outputId: guide.id }).where(eq(tasks.id, late));
  const done = await aTask(db, project, { dueOn: "2026-03-02", state: "done" });
  await db.update(tasks).set({ workPackageId: first }).where(eq(tasks.id, done));
  await aTask(db, project, { dueOn: null });
  await aTask(db, project, { dueOn: "2026-04-02", state: "dropped" });
  return { project, first, second };
}

describe("the timeline", () => {
  test("has work packages, outputs with what is late and slipped, reviews, and tasks by month", async ({ tx }) => {
    const { project, first, second } = await aPlan(tx);
    const api = await callAs(project.partner.viewer, tx);
    const timeline = await api.outputs.timeline({ slug: project.slug });
    expect(timeline.workPackages.map(({ id }) => id)).toEqual([first, second]);
    expect(timeline.outputs).toMatchObject([
      {
        title: "Guide",
        workPackageId: first,
        late: true,
        done: false,
        slippedDays: 28,
        reviews: [{ dueOn: "2026-03-30", done: false }],
      },
      { title: "Course", workPackageId: second, late: false, done: true, slippedDays: 0, reviews: [] },
    ]);
    expect(timeline.tasks).toEqual([
      { workPackageId: first, month: "2026-03", waiting: 1, late: 1, done: 1 },
      { workPackageId: null, month: null, waiting: 1, late: 0, done: 0 },
    ]);
  });

  test("is narrowed to an organisation, a work package, a state, and to what is shown", async ({ tx }) => {
    const { project, first } = await aPlan(tx);
    const api = await callAs(project.partner.manager, tx);
    type Filter = Omit<Parameters<typeof api.outputs.timeline>[0], "slug">;
    const shown = async (filter: Filter) => {
      const { outputs: found, tasks: months } = await api.outputs.timeline({ slug: project.slug, ...filter });
      const reviewCount = found.reduce((sum, output) => sum + output.reviews.length, 0);
      return [found.map(({ title }) => title).join(" "), reviewCount, months.length];
    };
    expect(await shown({ organisationId: project.partner.organisationId })).toEqual(["Guide Course", 1, 2]);
    expect(await shown({ organisationId: project.other.organisationId })).toEqual(["Course", 0, 0]);
    expect(await shown({ workPackageId: first })).toEqual(["Guide", 1, 1]);
    expect(await shown({ state: "done" })).toEqual(["Course", 0, 1]);
    expect(await shown({ state: "late" })).toEqual(["Guide", 1, 1]);
    expect(await shown({ state: "slipped" })).toEqual(["Guide", 1, 0]);
    expect(await shown({ state: "waiting" })).toEqual(["Guide", 1, 2]);
    expect(await shown({ show: ["tasks"] })).toEqual(["Guide Course", 0, 2]);
    expect(await shown({ show: [] })).toEqual(["Guide Course", 0, 0]);
  });
});
