import { v7 as uuid } from "uuid";
import { describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { callAs } from "@/server/testing/caller";
import { ownDatabase } from "@/server/testing/db";
import { aMember, aProject, noon } from "@/server/testing/factories";
import { anOutput } from "@/server/testing/work-factories";

async function inOwnDatabase(run: (db: Db) => Promise<void>) {
  const own = await ownDatabase();
  try {
    await run(own.db);
  } finally {
    await own.close();
  }
}

describe("the project overview", () => {
  it("shows every write to every reader", () =>
    inOwnDatabase(async (db) => {
      const project = await aProject(db);
      const { coordinator, partner } = project;
      const read = async (personId: string) => (await callAs(personId, db)).projects.overview({ slug: project.slug });
      const write = await callAs(coordinator.manager, db);
      const { organisationId: leadOrganisationId } = partner;
      for (const planned of [1, 2, 3]) {
        await write.outputs.create({
          id: uuid(),
          projectId: project.id,
          title: "A",
          type: "guide",
          leadOrganisationId,
        });
        expect((await read(partner.viewer)).plan.outputs).toHaveLength(planned);
        const again = await read(coordinator.viewer);
        expect([again.plan.outputs.length, again.latest.length]).toEqual([planned, planned]);
        expect(again.project.mine).toMatchObject({ organisationId: coordinator.organisationId, role: "viewer" });
      }
      const dayOf = async (now: Date) =>
        (await (await callAs(partner.viewer, db, { now })).projects.overview({ slug: project.slug })).plan.today;
      expect(await dayOf(new Date(noon.getTime() + 86_400_000))).toBe("2026-03-17");
      expect(await dayOf(noon)).toBe("2026-03-16");
      await write.people.updateProfile({ name: "Ann Other", locale: "en" });
      expect((await read(partner.viewer)).latest[0]?.person).toBe("Ann Other");
      await (await callAs(coordinator.manager, db)).projects.close({ projectId: project.id });
      expect((await read(coordinator.manager)).project).toMatchObject({
        status: "closed",
        can: { "project.edit": false },
      });
    }));

  it(
    "shows all writes of people who write at the same time in several projects",
    () =>
      inOwnDatabase(async (db) => {
        const first = await aProject(db);
        const home = first.coordinator;
        const projects = [first, await aProject(db), await aProject(db)];
        const listed = await Promise.all(
          projects.map(async (project) => {
            const at = { projectId: project.id, participationId: project.partner.participationId };
            if (project !== first) await aMember(db, at, home.manager, "manager");
            return {
              project,
              output: await anOutput(db, project, { lead: project === first ? home : project.partner }),
            };
          }),
        );
        const link = (outputId: string, name: string) => ({
          id: uuid(),
          outputId,
          url: `https://example.org/${name}`,
          name,
          language: "",
          note: "",
        });
        const busy = await callAs(home.manager, db);
        for (const { output } of listed) await busy.outputs.addLink(link(output.id, "Begun"));
        const writes = Array.from({ length: 12 }, (_, n) => [
          () => busy.people.updateProfile({ name: `Name ${String(n)}`, locale: "en" }),
          ...listed.map(({ project, output }) => async () => {
            const { coordinator, partner } = project;
            const manager = await callAs(coordinator.manager, db);
            await manager.outputs.addLink(link(output.id, `Page ${String(n)}`));
            await manager.projects.changeParticipationKind({
              participationId: partner.participationId,
              kind: n % 2 === 0 ? "associated" : "partner",
            });
            await (await callAs(coordinator.viewer, db)).projects.overview({ slug: project.slug });
          }),
        ]).flat();
        await Promise.all(writes.map((run) => run()));
        for (const { project } of listed) {
          const seen = await (await callAs(project.coordinator.viewer, db)).projects.overview({ slug: project.slug });
          expect(seen.plan.outputs.map(({ files }) => files)).toEqual([13]);
          const acted = seen.heat.acts.reduce((sum, { acts: some }) => sum + some, 0);
          expect(acted).toBe(1 + 12 + 12);
        }
      }),
    60_000,
  );
});
