import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import { people } from "@/db/schema";
import { callAs, everyRow, problemOf, refusalOf, watch } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aProject, noon, type TestProject } from "@/server/testing/factories";
import { aPracticeContent } from "@/server/testing/practice-content";
import { aPublication } from "@/server/testing/publication-factories";
import { aPractice } from "@/server/testing/work-factories";

const aDraft = (project: TestProject) => ({
  ...aPracticeContent({ title: "Peer lessons across borders" }),
  ...{ id: uuid(), projectId: project.id, outputId: null },
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

    const { revision } = await coordinator.practices.get({ practiceId });
    const published = await watch(tx, () => coordinator.practices.publish({ practiceId, revision }));
    expect([published.types, published.jobNames]).toEqual([["practice.published"], ["notify"]]);
    const shown = { state: "published", edition: 1, content: { title: "Peer lessons across borders" }, contact: null };
    expect(await everyone.public.practice({ slug })).toMatchObject(shown);

    const withdraw = () => coordinator.practices.withdraw({ practiceId, reason: "A name is in it." });
    const back = await watch(tx, withdraw);
    expect([back.types, back.jobNames]).toEqual([["practice.withdrawn"], ["notify"]]);
    const withdrawn = { state: "withdrawn", reason: "A name is in it." };
    expect(await everyone.public.practice({ slug })).toMatchObject(withdrawn);
    expect(await partner.practices.get({ practiceId })).toMatchObject({
      ...{ status: "draft", edition: null, withdrawReason: "A name is in it." },
    });
    expect(await problemOf(withdraw())).toBe("practice.wrong_state");
  });

  test("that is published changes in a draft, which replaces the public edition", async ({ tx }) => {
    const project = await aProject(tx);
    const { id: practiceId, slug } = await aPractice(tx, project, { status: "published", title: "First edition" });
    const partner = await callAs(project.partner.contributor, tx);
    const coordinator = await callAs(project.coordinator.manager, tx);
    const everyone = await callAs(null, tx);
    const titleOf = async () => {
      const page = await everyone.public.practice({ slug });
      return page.state === "published" ? [page.edition, page.content.title] : page.state;
    };
    const { content } = await partner.practices.get({ practiceId });
    const changed = await partner.practices.update({ ...content, practiceId, revision: 1, title: "Second edition" });
    expect([changed.status, await titleOf()]).toEqual(["draft", [1, "First edition"]]);
    await partner.practices.submit({ practiceId });
    expect(await titleOf()).toEqual([1, "First edition"]);
    const { revision } = await coordinator.practices.get({ practiceId });
    await coordinator.practices.publish({ practiceId, revision });
    expect(await titleOf()).toEqual([2, "Second edition"]);
  });

  test("is published in the revision that was read", async ({ tx }) => {
    const project = await aProject(tx);
    const { id: practiceId } = await aPractice(tx, project, { status: "submitted" });
    const partner = await callAs(project.partner.contributor, tx);
    const coordinator = await callAs(project.coordinator.manager, tx);
    const read = await coordinator.practices.get({ practiceId });
    await partner.practices.update({
      ...read.content,
      practiceId,
      revision: read.revision,
      need: "Something else now.",
    });
    const refused = await refusalOf(coordinator.practices.publish({ practiceId, revision: read.revision }));
    expect(refused).toMatchObject({
      ...{ code: "CONFLICT", problem: "practice.changed" },
      data: { current: { content: { need: "Something else now." } } },
    });
  });

  test("is published by managers of its organisation where the consortium chose so", async ({ tx }) => {
    const project = await aProject(tx);
    const { id: practiceId, slug } = await aPractice(tx, project, { status: "submitted" });
    const owner = await callAs(project.partner.manager, tx);
    const publish = async (personId: string) =>
      problemOf((await callAs(personId, tx)).practices.publish({ practiceId, revision: 1 }));
    expect(await publish(project.partner.manager)).toBe("forbidden");
    const coordinator = await callAs(project.coordinator.manager, tx);
    const set = () => coordinator.practices.setPublishers({ projectId: project.id, ownersPublish: true });
    expect((await watch(tx, set)).types).toEqual(["project.updated"]);
    expect((await watch(tx, set)).types).toEqual([]);
    expect(await publish(project.partner.contributor)).toBe("forbidden");
    expect(await publish(project.other.manager)).toBe("forbidden");
    expect(await publish(project.partner.manager)).toBe("");
    expect(await (await callAs(null, tx)).public.practice({ slug })).toMatchObject({ state: "published" });
    expect(await problemOf(owner.practices.withdraw({ practiceId, reason: "A mistake." }))).toBe("");
  });

  test("starts from a published output of its project", async ({ tx }) => {
    const project = await aProject(tx);
    const texts = { abstract: "What twelve firms look for in young people.", topics: ["learning_at_work"] };
    const { output } = await aPublication(tx, project, { texts });
    const partner = await callAs(project.partner.contributor, tx);
    const draft = { ...aDraft(project), need: "", outputId: output.id };
    const { content } = await partner.practices.draft(draft);
    expect(content).toMatchObject({ need: texts.abstract, topics: texts.topics, title: draft.title });
    const elsewhere = await aPublication(tx, await aProject(tx));
    const foreign = { ...aDraft(project), outputId: elsewhere.output.id };
    expect(await problemOf(partner.practices.draft(foreign))).toBe("output.not_found");
  });

  test("names a contact only after that person agreed, until they stop", async ({ tx }) => {
    const project = await aProject(tx);
    const { id: practiceId, slug } = await aPractice(tx, project, { status: "published" });
    const partner = await callAs(project.partner.contributor, tx);
    const manager = await callAs(project.partner.manager, tx);
    const contact = async () => {
      const page = await (await callAs(null, tx)).public.practice({ slug });
      return page.state === "published" ? page.contact : null;
    };
    expect(await contact()).toBeNull();
    const agree = await watch(tx, () => partner.practices.setContact({ practiceId, agreed: true }));
    expect(agree.types).toEqual(["practice.contact_changed"]);
    const [person] = await tx.select().from(people).where(eq(people.id, project.partner.contributor));
    expect(await contact()).toMatchObject({ name: person?.name });
    expect(await problemOf(manager.practices.setContact({ practiceId, agreed: true }))).toBe("practice.has_contact");
    await partner.practices.setContact({ practiceId, agreed: false });
    expect(await contact()).toBeNull();
    await partner.practices.setContact({ practiceId, agreed: true });
    await tx.update(people).set({ closedAt: noon }).where(eq(people.id, project.partner.contributor));
    expect(await contact()).toBeNull();
  });

  test("that saves as it goes records one change for half an hour", async ({ tx }) => {
    const project = await aProject(tx);
    const { id: practiceId } = await aPractice(tx, project);
    const at = async (minutes: number, revision: number) => {
      const later = new Date(noon.getTime() + minutes * 60_000);
      const partner = await callAs(project.partner.contributor, tx, { now: later });
      const change = { ...aPracticeContent({ need: `Said after ${minutes} minutes.` }), practiceId, revision };
      return (await watch(tx, () => partner.practices.update(change))).types;
    };
    expect(await at(0, 1)).toEqual(["practice.updated"]);
    expect(await at(10, 2)).toEqual([]);
    expect(await at(41, 3)).toEqual(["practice.updated"]);
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

  test("that was public is not deleted", async ({ tx }) => {
    const project = await aProject(tx);
    const { id: practiceId } = await aPractice(tx, project, { status: "published" });
    const coordinator = await callAs(project.coordinator.manager, tx);
    await coordinator.practices.update({ ...aPracticeContent(), practiceId, revision: 1 });
    expect(await problemOf(coordinator.practices.deleteDraft({ practiceId }))).toBe("practice.wrong_state");
    await coordinator.practices.withdraw({ practiceId, reason: "A mistake." });
    expect(await problemOf(coordinator.practices.deleteDraft({ practiceId }))).toBe("practice.wrong_state");
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
    const { revision, id: practiceId, content } = await partner.practices.draft(aDraft(project));
    const mine = { ...content, practiceId, revision };
    await partner.practices.update({ ...mine, title: "First" });
    const late = await refusalOf(partner.practices.update({ ...mine, title: "Second" }));
    expect(late).toMatchObject({
      ...{ code: "CONFLICT", problem: "practice.changed" },
      data: { current: { content: { title: "First" } } },
    });
  });

  test("cannot be submitted with empty parts, nor published before it is submitted", async ({ tx }) => {
    const project = await aProject(tx);
    const partner = await callAs(project.partner.contributor, tx);
    const coordinator = await callAs(project.coordinator.manager, tx);
    const { id: practiceId } = await partner.practices.draft({ ...aDraft(project), steps: [], evidence: [] });
    expect(await refusalOf(partner.practices.submit({ practiceId }))).toMatchObject({
      ...{ problem: "practice.incomplete", data: { parts: "steps, evidence" } },
    });
    expect(await problemOf(coordinator.practices.publish({ practiceId, revision: 1 }))).toBe("practice.wrong_state");
    expect(await problemOf(coordinator.practices.return({ practiceId, reason: "No." }))).toBe("practice.wrong_state");
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

  test("is read-only in a closed project, but can be withdrawn from the public", async ({ tx }) => {
    const project = await aProject(tx, { status: "closed" });
    const { id: draft } = await aPractice(tx, project);
    const partner = await callAs(project.partner.contributor, tx);
    expect(await problemOf(partner.practices.submit({ practiceId: draft }))).toBe("project.closed");
    expect(await partner.practices.get({ practiceId: draft })).toMatchObject({ id: draft });
    const { id: practiceId, slug } = await aPractice(tx, project, { status: "published" });
    const call = { practiceId, reason: "A photo shows a pupil." };
    expect(await problemOf(partner.practices.withdraw(call))).toBe("forbidden");
    const coordinator = await callAs(project.coordinator.manager, tx);
    expect((await watch(tx, () => coordinator.practices.withdraw(call))).types).toEqual(["practice.withdrawn"]);
    expect(await (await callAs(null, tx)).public.practice({ slug })).toMatchObject({ state: "withdrawn" });
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
