import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { projects } from "@/db/schema";
import { loadActor } from "@/server/auth/session";
import { callAs, everyRow, problemOf, refusalOf, watch } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aProject, noon, type TestProject } from "@/server/testing/factories";
import { anOutput, aVersion } from "@/server/testing/work-factories";
import { checkUpload } from "./commands/begin-upload";
import { addUploadedVersion } from "./commands/add-uploaded-version";

const plan = (project: TestProject, values: { title?: string; number?: number; contributorIds?: string[] } = {}) => ({
  title: "A guide",
  type: "guide" as const,
  leadOrganisationId: project.partner.organisationId,
  ...values,
});

const aLink = (outputId: string, name: string, language = "") => ({
  id: uuid(),
  outputId,
  name,
  language,
  url: `https://example.org/${uuid()}`,
});

async function actorOf(tx: Db, personId: string) {
  const loaded = await loadActor(tx, personId, noon);
  if (!loaded) throw new Error("This person has no account.");
  return loaded.actor;
}

const arrived = (sizeBytes: number) => ({
  versionId: uuid(),
  storageKey: uuid(),
  sha256: "0".repeat(64),
  mediaType: "application/pdf",
  sizeBytes,
  language: "",
  note: "",
});

describe("the plan of a project", () => {
  test("numbers outputs in order, keeps numbers unique, and adds one output for a repeated id", async ({ tx }) => {
    const project = await aProject(tx);
    const api = await callAs(project.coordinator.manager, tx);
    const first = { id: uuid(), projectId: project.id, ...plan(project) };
    const made = await watch(tx, () => api.outputs.create(first));
    expect([made.types, made.answer.number, made.answer.next]).toEqual([["output.planned"], 1, "upload_first"]);
    const again = await watch(tx, () => api.outputs.create({ ...first, title: "Other" }));
    expect([again.answer, again.types]).toEqual([made.answer, []]);
    await api.outputs.create({ ...first, id: uuid(), number: 7 });
    expect(await api.outputs.create({ ...first, id: uuid() })).toMatchObject({ number: 8 });
    const taken = await watch(tx, () => problemOf(api.outputs.create({ ...first, id: uuid(), number: 7 })));
    expect([taken.answer, taken.types]).toEqual(["output.number_taken", []]);
  });

  test("stores titles without their own number when they are planned and edited", async ({ tx }) => {
    const project = await aProject(tx);
    const api = await callAs(project.coordinator.manager, tx);
    const planned = { id: uuid(), projectId: project.id, ...plan(project), title: "O1 European set" };
    const made = await watch(tx, () => api.outputs.create(planned));
    expect([made.answer.title, made.events[0]?.data]).toMatchObject(["European set", { title: "European set" }]);
    const { id: _, projectId: __, ...edited } = planned;
    const edit = { ...edited, outputId: planned.id, revision: made.answer.revision, title: "IO1: Set for schools" };
    const changed = await watch(tx, () => api.outputs.update(edit));
    expect([changed.answer.title, changed.events[0]?.data]).toMatchObject([
      "Set for schools",
      { title: "Set for schools" },
    ]);
  });

  test("accepts only organisations and work packages of the project", async ({ tx }) => {
    const [project, elsewhere] = [await aProject(tx), await aProject(tx)];
    const api = await callAs(project.coordinator.manager, tx);
    const create = (values: object) =>
      problemOf(api.outputs.create({ id: uuid(), projectId: project.id, ...plan(project), ...values }));
    const foreign = elsewhere.partner.organisationId;
    expect(await create({ leadOrganisationId: foreign })).toBe("output.organisation_unknown");
    expect(await create({ contributorIds: [foreign] })).toBe("output.organisation_unknown");
    expect(await create({ leadOrganisationId: project.evaluator.organisationId })).toBe("output.organisation_unknown");
    expect(await create({ workPackageId: uuid() })).toBe("work_package.not_found");
    expect(await create({ contributorIds: [project.other.organisationId] })).toBe("");
  });

  test("is edited by the coordinator and the leading organisation's managers; a concurrent edit gets the current row", async ({
    tx,
  }) => {
    const project = await aProject(tx);
    const { id: outputId } = await anOutput(tx, project);
    const api = await callAs(project.partner.manager, tx);
    const change = { outputId, revision: 1, ...plan(project, { contributorIds: [project.other.organisationId] }) };
    const saved = await watch(tx, () => api.outputs.update(change));
    expect(saved.events).toMatchObject([{ type: "output.updated", data: { fields: ["title", "contributorIds"] } }]);
    expect(await refusalOf(api.outputs.update({ ...change, title: "Late" }))).toMatchObject({
      problem: "output.changed",
      data: { current: { title: "A guide", revision: 2 } },
    });
    const contributor = await callAs(project.partner.contributor, tx);
    expect(await problemOf(contributor.outputs.update({ ...change, revision: 2 }))).toBe("forbidden");
    const second = await anOutput(tx, project);
    const clash = { ...change, outputId: second.id, number: saved.answer.number };
    expect(await problemOf(api.outputs.update(clash))).toBe("output.number_taken");
  });

  test("removes only outputs without files", async ({ tx }) => {
    const project = await aProject(tx);
    const api = await callAs(project.coordinator.manager, tx);
    const [full, empty] = [await anOutput(tx, project), await anOutput(tx, project, { contributors: [project.other] })];
    await aVersion(tx, full);
    expect(await problemOf(api.outputs.remove({ outputId: full.id }))).toBe("output.has_files");
    expect((await watch(tx, () => api.outputs.remove({ outputId: empty.id }))).types).toEqual(["output.removed"]);
    expect(await problemOf(api.outputs.get({ outputId: empty.id }))).toBe("output.not_found");
  });

  test("has numbered work packages with a period", async ({ tx }) => {
    const project = await aProject(tx);
    const api = await callAs(project.coordinator.manager, tx);
    const id = uuid();
    const first = { id, projectId: project.id, number: 1, title: "Management" };
    expect((await watch(tx, () => api.outputs.addWorkPackage(first))).types).toEqual(["work_package.added"]);
    expect((await watch(tx, () => api.outputs.addWorkPackage(first))).types).toEqual([]);
    const second = { ...first, id: uuid() };
    expect(await problemOf(api.outputs.addWorkPackage(second))).toBe("work_package.number_taken");
    const period = { startsOn: "2026-09-01", endsOn: "2026-08-31" };
    expect(await problemOf(api.outputs.addWorkPackage({ ...second, number: 2, ...period }))).toBe(
      "work_package.period",
    );
    await api.outputs.addWorkPackage({ ...second, number: 2 });
    const change = { id, number: 1, title: "Leading", revision: 1 };
    expect(await problemOf(api.outputs.updateWorkPackage({ ...change, number: 2 }))).toBe("work_package.number_taken");
    const changed = await watch(tx, () => api.outputs.updateWorkPackage(change));
    expect(changed.types).toEqual(["work_package.updated"]);
    expect(await refusalOf(api.outputs.updateWorkPackage({ ...change, title: "Late" }))).toMatchObject({
      problem: "work_package.changed",
      data: { current: { title: "Leading", revision: 2 } },
    });
  });
});

describe("the list of outputs", () => {
  test("lists every output once over all pages, filtered by organisation, status and due date", async ({ tx }) => {
    const project = await aProject(tx);
    for (let number = 1; number <= 26; number += 1) await anOutput(tx, project, { number });
    await anOutput(tx, project, { number: 101, dueOn: "2026-03-15", lead: project.other });
    await anOutput(tx, project, { number: 102, dueOn: "2026-03-16", contributors: [project.other] });
    await anOutput(tx, project, { number: 103, dueOn: "2026-03-01", status: "approved" });
    await anOutput(tx, project, { number: 104, dueOn: "2026-06-01" });
    const api = await callAs(project.other.viewer, tx);
    const { slug } = project;
    const { rows, pages } = await everyRow((cursor) => api.outputs.list({ slug, cursor }));
    expect([pages, new Set(rows.map((row) => row.id)).size]).toEqual([2, 30]);
    const numbers = async (filter: object) =>
      (await api.outputs.list({ slug, ...filter })).items.map((row) => row.number);
    expect(await numbers({ organisationId: project.other.organisationId })).toEqual([101, 102]);
    expect(await numbers({ status: "approved" })).toEqual([103]);
    expect(await numbers({ due: "late" })).toEqual([101]);
    expect(await numbers({ due: "month" })).toEqual([102]);
    expect(await numbers({ due: "later" })).toEqual([104]);
    expect(await numbers({ cursor: "broken" })).toHaveLength(25);
    const timeline = await api.outputs.plan({ slug });
    expect(timeline.outputs.filter((row) => row.late).map((row) => row.number)).toEqual([101]);
  });
});

describe("files", () => {
  test("get a new version when the name matches apart from language, case and composition of accents", async ({
    tx,
  }) => {
    const project = await aProject(tx);
    const { id: outputId } = await anOutput(tx, project);
    const api = await callAs(project.partner.contributor, tx);
    const first = aLink(outputId, "Café Οδηγός.pdf");
    const added = await watch(tx, () => api.outputs.addLink(first));
    expect(added.events).toMatchObject([{ type: "file.linked", data: { version: 1, onBehalf: false } }]);
    expect((await watch(tx, () => api.outputs.addLink(first))).types).toEqual([]);
    await api.outputs.addLink(aLink(outputId, "CAFÉ ΟΔΗΓΌΣ.PDF".normalize("NFD")));
    await api.outputs.addLink(aLink(outputId, "Café Οδηγός.pdf", "el"));
    const { items } = await api.outputs.files({ outputId });
    expect(items.map((file) => [file.language, file.number, file.versions]).sort()).toEqual([
      ["", 2, 2],
      ["el", 1, 1],
    ]);
    expect(await api.outputs.get({ outputId })).toMatchObject({ status: "in_progress", files: 2, next: "ask_review" });
    expect(await problemOf(api.outputs.addLink({ ...aLink(outputId, "x"), url: "javascript:alert(1)" }))).toBe(
      "input.invalid",
    );
    expect(await problemOf(api.outputs.addLink(aLink(outputId, "\u202e")))).toBe("file.name_invalid");
  });

  test("an older version can be restored as the newest; a withdrawn one can be neither restored nor downloaded", async ({
    tx,
  }) => {
    const project = await aProject(tx);
    const output = await anOutput(tx, project);
    const version = await aVersion(tx, output, { name: "Guide.pdf" });
    const api = await callAs(project.partner.contributor, tx);
    await api.outputs.addLink(aLink(output.id, "guide.PDF"));
    const restored = await watch(tx, () => api.outputs.restoreVersion({ versionId: version.id }));
    expect(restored.events).toMatchObject([{ type: "file.restored", data: { version: 3, from: 1 } }]);
    const { items } = await api.outputs.versions({ fileId: version.fileId });
    expect(items.map((row) => [row.number, row.restoredFrom])).toEqual([
      [3, 1],
      [2, null],
      [1, null],
    ]);
    expect(items[0]?.sha256).toBe(version.sha256);
    const reason = "A pupil's name is in it.";
    const withdrawn = await watch(tx, () => api.outputs.withdrawVersion({ versionId: version.id, reason }));
    expect([withdrawn.events, withdrawn.jobNames]).toMatchObject([
      [{ data: { version: 1 } }, { type: "file.withdrawn", data: { version: 3, reason } }],
      ["erase_blob"],
    ]);
    for (const call of [
      () => api.outputs.withdrawVersion({ versionId: version.id, reason }),
      () => api.outputs.restoreVersion({ versionId: version.id }),
      () => api.outputs.version({ versionId: version.id }),
    ]) {
      expect(await problemOf(call())).toBe("file.withdrawn");
    }
    const after = await api.outputs.versions({ fileId: version.fileId });
    const gone = { sha256: version.sha256, withdrawReason: reason };
    expect(after.items).toMatchObject([gone, { withdrawReason: null }, gone]);
  });

  test("are uploaded by involved organisations, and by coordinators on their behalf, which is recorded", async ({
    tx,
  }) => {
    const project = await aProject(tx);
    const { id: outputId } = await anOutput(tx, project, { contributors: [project.other] });
    const add = async (personId: string) => {
      const api = await callAs(personId, tx);
      return watch(tx, () => problemOf(api.outputs.addLink(aLink(outputId, `${uuid()}.pdf`))));
    };
    expect((await add(project.other.contributor)).events[0]?.data).toMatchObject({ onBehalf: false });
    expect((await add(project.coordinator.manager)).events[0]?.data).toMatchObject({ onBehalf: true });
    expect((await add(project.coordinator.contributor)).answer).toBe("forbidden");
    const led = await anOutput(tx, project, { lead: project.other });
    const partner = await callAs(project.partner.contributor, tx);
    expect(await problemOf(partner.outputs.addLink(aLink(led.id, "x.pdf")))).toBe("forbidden");
  });

  test("a version is withdrawn by its uploader, managers of its organisation and coordinators", async ({ tx }) => {
    const project = await aProject(tx);
    const output = await anOutput(tx, project);
    const outcome = async (personId: string) => {
      const { id: versionId } = await aVersion(tx, output);
      const api = await callAs(personId, tx);
      return problemOf(api.outputs.withdrawVersion({ versionId, reason: "Wrong file." }));
    };
    expect(await outcome(project.partner.contributor)).toBe("");
    expect(await outcome(project.partner.manager)).toBe("");
    expect(await outcome(project.coordinator.manager)).toBe("");
    expect(await outcome(project.other.manager)).toBe("forbidden");
    expect(await outcome(project.partner.viewer)).toBe("forbidden");
  });

  test("are refused at the project's storage limit with the bytes left, and nothing is stored", async ({ tx }) => {
    const project = await aProject(tx);
    const { id: outputId } = await anOutput(tx, project);
    await tx.update(projects).set({ storageLimitBytes: 100 }).where(eq(projects.id, project.id));
    const actor = await actorOf(tx, project.partner.contributor);
    const ctx = { db: tx, actor, now: noon, ip: "", locale: "en" };
    const upload = (sizeBytes: number) => ({ outputId, name: `${uuid()}.pdf`, ...arrived(sizeBytes) });
    const first = upload(60);
    const added = await watch(tx, () => addUploadedVersion(ctx, first));
    expect(added.types).toEqual(["file.uploaded"]);
    expect((await watch(tx, () => addUploadedVersion(ctx, first))).types).toEqual([]);
    const full = { code: "file.storage_full", data: { leftBytes: 40, neededBytes: 41 } };
    await expect(checkUpload(tx, actor, upload(41))).rejects.toMatchObject(full);
    const refused = await watch(tx, () => addUploadedVersion(ctx, upload(41)).catch((problem: unknown) => problem));
    expect([refused.answer, refused.types]).toEqual([expect.objectContaining(full), []]);
    await expect(checkUpload(tx, actor, upload(0))).rejects.toMatchObject({ code: "file.empty" });
    await addUploadedVersion(ctx, upload(40));
  });

  test("are listed once over all pages, and are in archives with their newest version", async ({ tx }) => {
    const project = await aProject(tx);
    const output = await anOutput(tx, project);
    for (let i = 0; i < 27; i += 1) await aVersion(tx, output);
    const api = await callAs(project.other.viewer, tx);
    const { rows, pages } = await everyRow((cursor) => api.outputs.files({ outputId: output.id, cursor }));
    expect([pages, new Set(rows.map((row) => row.fileId)).size]).toEqual([2, 27]);
    expect((await api.outputs.archive({ outputId: output.id })).versionIds).toHaveLength(27);
    expect(await api.outputs.fileNames({ outputId: output.id })).toHaveLength(27);
    const empty = await anOutput(tx, project);
    expect(await problemOf(api.outputs.archive({ outputId: empty.id }))).toBe("file.not_found");
  });
});
