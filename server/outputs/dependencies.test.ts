import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { outputDependencies } from "@/db/schema";
import { race } from "@/server/testing/barrier";
import { callAs, problemOf, watch } from "@/server/testing/caller";
import { ownDatabase, test } from "@/server/testing/db";
import { aProject } from "@/server/testing/factories";
import { anOutput } from "@/server/testing/work-factories";

test("an output starts after others, which its page and the timeline say, and never after itself", async ({ tx }) => {
  const project = await aProject(tx);
  const [one, two, three] = [await anOutput(tx, project), await anOutput(tx, project), await anOutput(tx, project)];
  const coordinator = await callAs(project.coordinator.manager, tx);
  const { types } = await watch(tx, async () => {
    await coordinator.outputs.addDependency({ outputId: two.id, number: one.number });
    await coordinator.outputs.addDependency({ outputId: two.id, number: one.number });
    await coordinator.outputs.addDependency({ outputId: three.id, number: two.number });
  });
  expect(types).toEqual(["output.dependency_added", "output.dependency_added"]);
  expect(await problemOf(coordinator.outputs.addDependency({ outputId: one.id, number: three.number }))).toBe(
    "output.dependency_cycle",
  );
  expect(await problemOf(coordinator.outputs.addDependency({ outputId: one.id, number: 99 }))).toBe("output.not_found");
  expect((await coordinator.outputs.get({ outputId: two.id })).after).toMatchObject([{ id: one.id, title: one.title }]);
  const { outputs } = await coordinator.outputs.timeline({ slug: project.slug });
  expect(Object.fromEntries(outputs.map(({ id, after }) => [id, after.map(({ number }) => number)]))).toEqual({
    [one.id]: [],
    [two.id]: [one.number],
    [three.id]: [two.number],
  });
  await coordinator.outputs.removeDependency({ outputId: three.id, number: two.number });
  await coordinator.outputs.remove({ outputId: one.id });
  expect(await tx.select().from(outputDependencies)).toEqual([]);
});

test("two people who close a cycle at the same moment do not close it", async () => {
  const own = await ownDatabase();
  const project = await aProject(own.db);
  const [one, two] = [await anOutput(own.db, project), await anOutput(own.db, project)];
  const coordinator = await callAs(project.coordinator.manager, own.db);
  const outcomes = await race(own.db, sql`select id from projects where id = ${project.id} for update`, [
    () => problemOf(coordinator.outputs.addDependency({ outputId: one.id, number: two.number })),
    () => problemOf(coordinator.outputs.addDependency({ outputId: two.id, number: one.number })),
  ]);
  expect(outcomes.sort()).toEqual(["", "output.dependency_cycle"]);
  expect(await own.db.select().from(outputDependencies)).toHaveLength(1);
  await own.close();
});
