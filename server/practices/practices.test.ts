import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import { callAs, everyRow, problemOf, refusalOf, watch } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aProject, type TestProject } from "@/server/testing/factories";
import { aPractice } from "@/server/testing/work-factories";

const text = "What was done, told so that others can follow it.";
const aDraft = (project: TestProject) => ({
  id: uuid(),
  projectId: project.id,
  title: "Peer lessons across borders",
  need: text,
  done: text,
  changed: text,
  takes: text,
  field: "school" as const,
});

describe("a good practice", () => {
  test("is drafted by a partner, published by the coordinator and shown on its public page", async ({ tx }) => {
    const project = await aProject(tx);
    const partner = await callAs(project.partner.contributor, tx);
    const coordinator = await callAs(project.coordinator.manager, tx);
    const everyone = await callAs(null, tx);
    const drafted = await watch(tx, () => partner.practices.draft(aDraft(project)));
    expect(drafted.types).toEqual(["practice.drafted"]);
    expect(drafted.events[0]?.organisationId).toBe(project.partner.organisationId);
    const { id: practiceId, slug } = drafted.answer;

    const submitted = await watch(tx, () => partner.practices.submit({ practiceId }));
    expect([submitted.types, submitted.jobNames]).toEqual([["practice.submitted"], ["notify"]]);
    expect(await problemOf(everyone.public.practice({ slug }))).toBe("practice.not_found");

    const published = await watch(tx, () => coordinator.practices.publish({ practiceId }));
    expect([published.types, published.jobNames]).toEqual([["practice.published"], ["notify"]]);
    expect(await everyone.public.practice({ slug })).toMatchObject({ title: "Peer lessons across borders" });

    const back = await watch(tx, () => coordinator.practices.return({ practiceId, reason: "A name is in it." }));
    expect([back.types, back.jobNames]).toEqual([["practice.returned"], ["notify"]]);
    const withdrawn = { state: "withdrawn", reason: "A name is in it." };
    expect(await everyone.public.practice({ slug })).toMatchObject(withdrawn);
    expect(await partner.practices.get({ practiceId })).toMatchObject({
      status: "returned",
      returnReason: "A name is in it.",
    });
  });

  test("is deleted while it is a draft, by its organisation and the coordinator", async ({ tx }) => {
    const project = await aProject(tx);
    const partner = await callAs(project.partner.contributor, tx);
    const { id: practiceId } = await aPractice(tx, project, { title: "Open days" });
    const other = await callAs(project.other.contributor, tx);
    expect(await problemOf(other.practices.deleteDraft({ practiceId }))).toBe("forbidden");
    const deleted = await watch(tx, () => partner.practices.deleteDraft({ practiceId }));
    expect([deleted.types, deleted.events[0]?.data]).toEqual([["practice.draft_deleted"], { title: "Open days" }]);
    expect(await problemOf(partner.practices.get({ practiceId }))).toBe("practice.not_found");
    expect(await problemOf(partner.practices.deleteDraft({ practiceId }))).toBe("practice.not_found");
    for (const status of ["submitted", "returned", "published"] as const) {
      const { id } = await aPractice(tx, project, { status });
      expect(await problemOf(partner.practices.deleteDraft({ practiceId: id }))).toBe("practice.wrong_state");
    }
  });

  test("is drafted once for a repeated id", async ({ tx }) => {
    const project = await aProject(tx);
    const partner = await callAs(project.partner.contributor, tx);
    const draft = aDraft(project);
    const first = await partner.practices.draft(draft);
    const again = await watch(tx, () => partner.practices.draft({ ...draft, title: "Something else" }));
    expect(again.answer).toEqual(first);
    expect(again.types).toEqual([]);
  });

  test("returns the current row on a concurrent edit", async ({ tx }) => {
    const project = await aProject(tx);
    const partner = await callAs(project.partner.contributor, tx);
    const draft = aDraft(project);
    const { revision, id: practiceId } = await partner.practices.draft(draft);
    const { id: _id, projectId: _projectId, ...fields } = draft;
    const mine = { ...fields, practiceId, revision };
    const saved = await watch(tx, () => partner.practices.update({ ...mine, title: "First" }));
    expect(saved.types).toEqual(["practice.updated"]);
    const late = await refusalOf(partner.practices.update({ ...mine, title: "Second" }));
    expect(late).toMatchObject({
      code: "CONFLICT",
      problem: "practice.changed",
      data: { current: { title: "First" } },
    });
  });

  test("cannot be submitted with empty parts, nor published before it is submitted", async ({ tx }) => {
    const project = await aProject(tx);
    const partner = await callAs(project.partner.contributor, tx);
    const coordinator = await callAs(project.coordinator.manager, tx);
    const { id: practiceId } = await partner.practices.draft({ ...aDraft(project), takes: "", changed: "" });
    expect(await refusalOf(partner.practices.submit({ practiceId }))).toMatchObject({
      problem: "practice.incomplete",
      data: { parts: "changed, takes" },
    });
    expect(await problemOf(coordinator.practices.publish({ practiceId }))).toBe("practice.wrong_state");
    expect(await problemOf(coordinator.practices.return({ practiceId, reason: "No." }))).toBe("practice.wrong_state");
  });

  test("cannot be edited while it is published", async ({ tx }) => {
    const project = await aProject(tx);
    const { id: practiceId } = await aPractice(tx, project, { status: "published" });
    const { id: _id, projectId: _projectId, ...fields } = aDraft(project);
    const change = { ...fields, practiceId, revision: 1 };
    const partner = await callAs(project.partner.contributor, tx);
    expect(await problemOf(partner.practices.update(change))).toBe("practice.wrong_state");
    const coordinator = await callAs(project.coordinator.manager, tx);
    expect(await problemOf(coordinator.practices.update(change))).toBe("");
  });

  test("belongs to its organisation: other partners can read it; viewers and evaluators cannot write it", async ({
    tx,
  }) => {
    const project = await aProject(tx);
    const { id: practiceId } = await aPractice(tx, project);
    const other = await callAs(project.other.manager, tx);
    expect(await other.practices.get({ practiceId })).toMatchObject({ can: { "practice.edit": false } });
    expect(await problemOf(other.practices.submit({ practiceId }))).toBe("forbidden");
    const viewer = await callAs(project.partner.viewer, tx);
    expect(await problemOf(viewer.practices.draft(aDraft(project)))).toBe("forbidden");
    const evaluator = await callAs(project.evaluator.manager, tx);
    expect(await problemOf(evaluator.practices.draft(aDraft(project)))).toBe("project.not_found");
    expect(await problemOf(evaluator.practices.get({ practiceId }))).toBe("practice.not_found");
  });

  test("is read-only in a closed project, with the reason", async ({ tx }) => {
    const project = await aProject(tx, { status: "closed" });
    const { id: practiceId } = await aPractice(tx, project);
    const partner = await callAs(project.partner.contributor, tx);
    expect(await problemOf(partner.practices.submit({ practiceId }))).toBe("project.closed");
    expect(await partner.practices.get({ practiceId })).toMatchObject({ id: practiceId });
  });

  test("can be withdrawn from the public in a closed project, which is recorded", async ({ tx }) => {
    const project = await aProject(tx, { status: "closed" });
    const { id: practiceId, slug } = await aPractice(tx, project, { status: "published" });
    const call = { practiceId, reason: "A photo shows a pupil." };
    const partner = await callAs(project.partner.manager, tx);
    expect(await problemOf(partner.practices.return(call))).toBe("forbidden");
    const coordinator = await callAs(project.coordinator.manager, tx);
    expect((await watch(tx, () => coordinator.practices.return(call))).types).toEqual(["practice.returned"]);
    expect(await problemOf((await callAs(null, tx)).public.practice({ slug }))).toBe("practice.not_found");
    expect(await problemOf(partner.practices.submit({ practiceId }))).toBe("project.closed");
  });

  test("is in its project's list once over all pages", async ({ tx }) => {
    const project = await aProject(tx);
    for (let i = 0; i < 27; i += 1) await aPractice(tx, project);
    const viewer = await callAs(project.other.viewer, tx);
    const { rows, pages } = await everyRow((cursor) => viewer.practices.list({ slug: project.slug, cursor }));
    expect(pages).toBe(2);
    expect(new Set(rows.map((row) => row.id)).size).toBe(27);
  });
});
