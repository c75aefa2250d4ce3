import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import { workPackages } from "@/db/schema";
import { anActivity } from "@/server/testing/an-activity";
import { callAs, everyRow, problemOf, refusalOf } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aMember, anOrganisation, aPerson, aProject, noon } from "@/server/testing/factories";
import { anOutput } from "@/server/testing/work-factories";

const dayOf = ({ at }: { at: Date }) => at.getUTCDate();

describe("the feed of a project", () => {
  test("is filtered by output and by work package", async ({ tx }) => {
    const project = await aProject(tx);
    const workPackageId = uuid();
    await tx.insert(workPackages).values({ id: workPackageId, projectId: project.id, number: 1, title: "Training" });
    const [one, two, other] = [await anOutput(tx, project), await anOutput(tx, project), await anOutput(tx, project)];
    await tx.execute(sql`update outputs set work_package_id = ${workPackageId} where id in (${one.id}, ${two.id})`);
    const act = (day: number, outputId?: string, type = "file.uploaded") =>
      anActivity(tx, project, project.partner, `2026-03-0${String(day)}T10:00:00Z`, type, outputId ? { outputId } : {});
    await act(1, one.id);
    await act(2, other.id);
    await act(3, two.id);
    await act(4, one.id, "comment.added");
    await act(5);
    const api = await callAs(project.other.viewer, tx);
    const days = async (filter: object) =>
      (await api.activity.list({ slug: project.slug, ...filter })).items.map(dayOf);
    expect(await days({ outputId: one.id })).toEqual([4, 1]);
    expect(await days({ workPackageId })).toEqual([4, 3, 1]);
    expect(await days({ workPackageId, kind: "files" })).toEqual([3, 1]);
    expect(await days({ outputId: other.id, workPackageId })).toEqual([]);
  });

  test("of a period includes its first and its last day in Brussels", async ({ tx }) => {
    const project = await aProject(tx);
    const moments = ["2026-03-28T22:59:59Z", "2026-03-28T23:00:00Z", "2026-03-29T21:59:59Z", "2026-03-29T22:00:00Z"];
    for (const moment of moments) await anActivity(tx, project, project.partner, moment);
    const api = await callAs(project.coordinator.manager, tx);
    const found = async (period: object) =>
      (await api.activity.list({ slug: project.slug, ...period })).items.map(({ at }) =>
        moments.indexOf(at.toISOString().replace(".000", "")),
      );
    expect(await found({ from: "2026-03-29", to: "2026-03-29" })).toEqual([2, 1]);
    expect(await found({ from: "2026-03-29" })).toEqual([3, 2, 1]);
    expect(await found({ to: "2026-03-28" })).toEqual([0]);
    expect(await found({ month: "2026-03", to: "2026-03-28" })).toEqual([0]);
  });

  test("refuses a period that ends before it begins, at its end", async ({ tx }) => {
    const project = await aProject(tx);
    const api = await callAs(project.coordinator.manager, tx);
    const outcome = await api.activity
      .list({ slug: project.slug, from: "2026-03-02", to: "2026-03-01" })
      .catch((refused: unknown) => refused);
    expect(outcome).toMatchObject({
      code: "BAD_REQUEST",
      cause: { issues: [{ path: ["to"], message: "input.period_reversed" }] },
    });
  });

  test("refuses filters by what is not in the project, and shows an empty list of what is", async ({ tx }) => {
    const project = await aProject(tx);
    const elsewhere = await aProject(tx);
    const output = await anOutput(tx, project);
    const foreign = await anOutput(tx, elsewhere);
    const api = await callAs(project.coordinator.manager, tx);
    const problem = (filter: object) => problemOf(api.activity.list({ slug: project.slug, ...filter }));
    expect(await problem({ personId: elsewhere.partner.manager })).toBe("member.not_found");
    expect(await problem({ organisationId: elsewhere.partner.organisationId })).toBe("participation.not_found");
    expect(await problem({ outputId: foreign.id })).toBe("output.not_found");
    expect(await problem({ workPackageId: uuid() })).toBe("work_package.not_found");
    const { organisationId, manager } = project.partner;
    expect(await problem({ personId: manager, organisationId, outputId: output.id })).toBe("");
  });

  test("refuses a cursor of a list with another filter", async ({ tx }) => {
    const project = await aProject(tx);
    const elsewhere = await aProject(tx);
    for (let i = 0; i < 30; i += 1) await anActivity(tx, project, project.partner, noon.toISOString());
    const participation = { projectId: elsewhere.id, participationId: elsewhere.other.participationId };
    await aMember(tx, participation, project.partner.manager, "viewer");
    const api = await callAs(project.partner.manager, tx);
    const { nextCursor: cursor } = await api.activity.list({ slug: project.slug });
    if (cursor === null) throw new Error("The first page has no cursor.");
    const refused = (input: object) => refusalOf(api.activity.list({ cursor, ...input }));
    const mismatch = { code: "BAD_REQUEST", problem: "input.cursor_mismatch" };
    expect(await refused({ slug: project.slug, kind: "project" })).toMatchObject(mismatch);
    expect(await refused({ slug: elsewhere.slug })).toMatchObject(mismatch);
    expect(await refused({})).toMatchObject(mismatch);
    expect(await refused({ slug: project.slug })).toMatchObject({ code: "OK" });
  });
});

describe("the feed of all projects of a person", () => {
  test("shows every activity of their projects once, newest first, and none of others", async ({ tx }) => {
    const [one, two, stranger] = [await aProject(tx), await aProject(tx), await aProject(tx)];
    const reader = await aPerson(tx);
    for (const project of [one, two]) {
      const { participationId } = project.partner;
      await aMember(tx, { projectId: project.id, participationId }, reader.id, "viewer");
    }
    for (let i = 0; i < 40; i += 1) {
      const at = new Date(noon.getTime() - i * 60_000).toISOString();
      for (const project of [one, two, stranger]) await anActivity(tx, project, project.partner, at);
    }
    const api = await callAs(reader.id, tx);
    const { rows, pages } = await everyRow((cursor) => api.activity.list({ cursor }));
    expect([pages, rows.length, new Set(rows.map(({ id }) => id)).size]).toEqual([4, 80, 80]);
    expect(rows.map(({ at }) => at.getTime())).toEqual(rows.map(({ at }) => at.getTime()).sort((a, b) => b - a));
    expect(new Set(rows.map(({ acronym }) => acronym)).size).toBe(2);
    const { organisationId } = two.partner;
    expect((await api.activity.list({ organisationId })).items.every(({ slug }) => slug === two.slug)).toBe(true);
    expect(await problemOf(api.activity.list({ organisationId: stranger.partner.organisationId }))).toBe(
      "participation.not_found",
    );
  });

  test("shows nothing of a project that they only evaluate", async ({ tx }) => {
    const project = await aProject(tx);
    await anActivity(tx, project, project.partner, noon.toISOString());
    const api = await callAs(project.evaluator.manager, tx);
    expect(await api.activity.list({})).toEqual({ items: [], nextCursor: null });
    const outsider = await aPerson(tx);
    await anOrganisation(tx, { admins: [outsider.id] });
    expect((await (await callAs(outsider.id, tx)).activity.list({})).items).toEqual([]);
  });
});
