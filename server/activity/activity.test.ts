import { describe, expect, vi } from "vitest";
import { callAs, everyRow, problemOf, watch } from "@/server/testing/caller";
import { log } from "@/server/log";
import { test } from "@/server/testing/db";
import { aProject, noon } from "@/server/testing/factories";
import { anActivity } from "@/server/testing/an-activity";
import { anOutput } from "@/server/testing/work-factories";
import { record } from "@/server/events/record";
import { findPlace } from "@/server/programme/gazetteer";

describe("the activity feed", () => {
  test("lists every event once over all pages, newest first", async ({ tx }) => {
    const project = await aProject(tx);
    for (let i = 0; i < 60; i += 1) await anActivity(tx, project, project.partner, noon.toISOString());
    const api = await callAs(project.other.viewer, tx);
    const { rows, pages } = await everyRow((cursor) => api.activity.list({ slug: project.slug, cursor }));
    const ids = rows.map((row) => Number(row.id));
    expect([pages, new Set(ids).size]).toEqual([3, 60]);
    // All at the same moment: the id decides.
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
    expect((await api.activity.list({ slug: project.slug, cursor: "nonsense" })).items).toHaveLength(25);
  });

  test("filters by organisation, person, kind and their combination", async ({ tx }) => {
    const project = await aProject(tx);
    await anActivity(tx, project, project.partner, "2026-03-01T10:00:00Z", "file.uploaded");
    await anActivity(tx, project, project.partner, "2026-03-02T10:00:00Z", "comment.added");
    await anActivity(tx, project, project.other, "2026-03-03T10:00:00Z", "file.uploaded");
    const api = await callAs(project.coordinator.manager, tx);
    const days = async (filter: object) =>
      (await api.activity.list({ slug: project.slug, ...filter })).items.map((row) => row.at.getUTCDate());
    expect(await days({ organisationId: project.partner.organisationId })).toEqual([2, 1]);
    expect(await days({ personId: project.other.contributor })).toEqual([3]);
    expect(await days({ kind: "files" })).toEqual([3, 1]);
    expect(await days({ kind: "comments", organisationId: project.partner.organisationId })).toEqual([2]);
  });

  test("counts months in Brussels time across the change to summer time", async ({ tx }) => {
    const project = await aProject(tx);
    const moments = ["2026-02-28T22:59:59Z", "2026-02-28T23:00:00Z", "2026-03-31T21:59:59Z", "2026-03-31T22:00:00Z"];
    for (const moment of moments) await anActivity(tx, project, project.partner, moment);
    const api = await callAs(project.coordinator.manager, tx, { now: new Date("2026-04-10T12:00:00Z") });
    const found = async (month: string) =>
      (await api.activity.list({ slug: project.slug, month })).items.map((row) =>
        moments.indexOf(row.at.toISOString().replace(".000", "")),
      );
    expect(await found("2026-02")).toEqual([0]);
    expect(await found("2026-03")).toEqual([2, 1]);
    expect(await found("2026-04")).toEqual([3]);
    const heat = await api.activity.heat({ slug: project.slug });
    const { organisationId } = project.partner;
    expect(heat.months.slice(-3)).toEqual(["2026-02", "2026-03", "2026-04"]);
    expect([...heat.acts].sort((a, b) => a.month.localeCompare(b.month))).toEqual([
      { organisationId, month: "2026-02", acts: 1 },
      { organisationId, month: "2026-03", acts: 2 },
      { organisationId, month: "2026-04", acts: 1 },
    ]);
    expect(heat.lastSeen.find((row) => row.organisationId === organisationId)?.at).toEqual(new Date(moments[3] ?? ""));
    expect(heat.lastSeen.find((row) => row.organisationId === project.other.organisationId)?.at).toBeNull();
  });

  test("lists only the events of one output; evaluators who review it see none of them", async ({ tx }) => {
    const project = await aProject(tx);
    const output = await anOutput(tx, project);
    await anActivity(tx, project, project.partner, noon.toISOString(), "output.started", { outputId: output.id });
    await anActivity(tx, project, project.partner, noon.toISOString());
    const api = await callAs(project.other.viewer, tx);
    const { items } = await api.activity.forOutput({ outputId: output.id });
    expect(items.map((row) => row.event?.type)).toEqual(["output.started"]);
    const evaluator = await callAs(project.evaluator.manager, tx);
    expect(await problemOf(evaluator.activity.forOutput({ outputId: output.id }))).toBe("output.not_found");
    expect(await problemOf(evaluator.activity.list({ slug: project.slug }))).toBe("project.not_found");
  });

  test("lists a stored event that cannot be parsed as an entry without an event, and logs it", async ({ tx }) => {
    const project = await aProject(tx);
    await anActivity(tx, project, project.partner, noon.toISOString(), "project.dreamed");
    await anActivity(tx, project, project.partner, noon.toISOString(), "invitation.sent");
    await anActivity(tx, project, project.partner, noon.toISOString(), "project.closed");
    const warned = vi.spyOn(log, "warn");
    const api = await callAs(project.coordinator.manager, tx);
    const { items } = await api.activity.list({ slug: project.slug });
    expect(items.map((row) => row.event?.type ?? null)).toEqual(["project.closed", null, null]);
    expect(items.every((row) => row.person !== null && row.organisation !== null)).toBe(true);
    expect(warned.mock.calls.map(([fields]) => fields)).toEqual([
      {
        activityId: items[1]?.id,
        type: "invitation.sent",
        problem: "does not fit: name, organisationId, invitationId, role",
      },
      { activityId: items[2]?.id, type: "project.dreamed", problem: "unknown type" },
    ]);
    warned.mockRestore();
  });
});

describe("record()", () => {
  test("rejects event data of the wrong shape, which rolls back the change", async ({ tx }) => {
    const project = await aProject(tx);
    const event = { type: "practice.drafted", data: { practiceId: "not an id", title: "Open days" } } as const;
    await expect(record(tx, { actor: null, now: noon }, { projectId: project.id }, event)).rejects.toThrow(
      "practiceId",
    );
  });

  test("stores the organisation that the person acted for at the time", async ({ tx }) => {
    const project = await aProject(tx);
    const coordinator = await callAs(project.coordinator.manager, tx);
    const done = await watch(tx, () => coordinator.projects.export({ projectId: project.id }));
    expect(done.events).toMatchObject([
      { organisationId: project.coordinator.organisationId, personId: project.coordinator.manager },
    ]);
  });

  test("rolls back the event and its job with the transaction", async ({ tx }) => {
    const project = await aProject(tx);
    const undone = await watch(tx, () =>
      tx
        .transaction(async (inner) => {
          const data = { practiceId: project.id, title: "Undone" };
          await record(
            inner,
            { actor: null, now: noon },
            { projectId: project.id },
            { type: "practice.submitted", data },
          );
          throw new Error("undone");
        })
        .catch(() => undefined),
    );
    expect([undone.types, undone.jobNames]).toEqual([[], []]);
  });
});

test("the project overview shows the same data as the pages of its parts", async ({ tx }) => {
  const project = await aProject(tx);
  const output = await anOutput(tx, project);
  for (let day = 1; day <= 10; day += 1) {
    await anActivity(
      tx,
      project,
      day % 2 ? project.partner : project.coordinator,
      `2026-03-${String(day + 9)}T12:00:00Z`,
    );
  }
  const api = await callAs(project.partner.viewer, tx, { now: new Date("2026-04-10T12:00:00Z") });
  const { slug } = project;
  // The towns of a country are read in the background when they are first asked for.
  const { organisations } = await api.projects.overview({ slug });
  for (const { city, country } of organisations) await findPlace(city ?? "", country);
  const overview = await api.projects.overview({ slug });
  expect(overview.project).toEqual(await api.projects.get({ slug }));
  expect(overview.plan).toEqual(await api.outputs.plan({ slug }));
  expect(overview.plan.outputs.map(({ id }) => id)).toEqual([output.id]);
  expect(overview.heat).toEqual(await api.activity.heat({ slug }));
  const feed = await api.activity.list({ slug });
  expect(feed.items.length).toBeGreaterThan(8);
  expect(overview.latest).toEqual(feed.items.slice(0, 8));
  const places = await api.projects.participations({ slug });
  expect(places.map(({ id, kind }) => [id, kind])).toEqual(overview.organisations.map(({ id, kind }) => [id, kind]));
  for (const [index, seen] of overview.organisations.entries()) expect(places[index]).toMatchObject(seen);
});
