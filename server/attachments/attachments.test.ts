import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { attachments, projects } from "@/db/schema";
import { maxReportFileBytes } from "@/domain/attachments";
import { DiskStorage } from "@/server/files/disk-storage";
import { aReplication, aReplicationContent } from "@/server/testing/a-replication";
import { anAttachment } from "@/server/testing/an-attachment";
import { callAs, problemOf, watch } from "@/server/testing/caller";
import { ownDatabase } from "@/server/testing/db";
import { aProject, noon, type TestProject } from "@/server/testing/factories";
import { beginUploadOf, openFileServer, pathOf, sendPiece } from "@/server/testing/file-server";
import { aPracticeContent } from "@/server/testing/practice-content";
import { aPractice } from "@/server/testing/work-factories";
import { eraseUnusedFiles } from "./commands/erase-attachments";

let db: Db;
let close: () => Promise<void>;
let shut: () => Promise<void>;
let folder: string;
let base: string;
let project: TestProject;

beforeAll(async () => {
  const own = await ownDatabase();
  ({ db, close } = own);
  folder = await mkdtemp(path.join(tmpdir(), "consorta-attachments-"));
  ({ base, shut } = await openFileServer(db, own.url, new DiskStorage(folder)));
});
beforeEach(async () => {
  project = await aProject(db);
});
afterAll(async () => {
  await shut();
  await close();
  await rm(folder, { recursive: true, force: true });
});

const png = Buffer.concat([Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), Buffer.alloc(40, 7)]);

/** Uploads a content; the id of what it became. */
async function upload(who: string, metadata: Record<string, string>, body: Buffer = png): Promise<string> {
  const begun = await beginUploadOf(base, who, metadata, body.length);
  expect(begun.status).toBe(201);
  const done = await sendPiece(new URL(pathOf(begun), base), who, 0, body);
  expect(done.status).toBe(204);
  return done.headers.get("x-consorta-version") ?? "";
}

/** How a visitor receives a public file: its status and disposition. */
async function seen(id: string, query = "?picture"): Promise<string> {
  const answer = await fetch(new URL(`/files/public/${id}${query}`, base));
  await answer.arrayBuffer();
  return `${answer.status} ${(answer.headers.get("content-disposition") ?? "").split(";")[0] ?? ""}`.trim();
}

it("a picture of a practice is public with the edition that names it, and not before or after", async () => {
  const { contributor } = project.partner;
  const author = await callAs(contributor, db);
  const coordinator = await callAs(project.coordinator.manager, db);
  const { id: practiceId } = await aPractice(db, project);
  const id = await upload(contributor, { practiceId, name: "Garden.png" });
  const { revision } = await author.practices.get({ practiceId });
  expect(await coordinator.attachments.get({ attachmentId: id })).toMatchObject({ name: "Garden.png" });

  const files = [{ id, text: "Pupils in a garden" }];
  const saved = await author.practices.update({ ...aPracticeContent(), practiceId, revision, files });
  expect(saved.content.files).toEqual([
    { ...files[0], name: "Garden.png", mediaType: "image/png", sizeBytes: png.length },
  ]);
  expect(await seen(id)).toBe("404");
  await author.practices.submit({ practiceId });
  const submitted = await author.practices.get({ practiceId });
  await coordinator.practices.publish({ practiceId, revision: submitted.revision });
  expect([await seen(id), await seen(id, "")]).toEqual(["200 inline", "200 attachment"]);
  const page = await (await callAs(null, db)).public.practice({ slug: saved.slug });
  expect(page).toMatchObject({ content: { files: [{ id, text: "Pupils in a garden" }] } });

  // The next version is of the draft, and so is the removal of the first.
  const next = await upload(contributor, { practiceId, name: "garden.png" });
  const versions = await db.select().from(attachments).where(eq(attachments.practiceId, practiceId));
  expect(versions.map(({ number }) => number).sort()).toEqual([1, 2]);
  const published = await author.practices.get({ practiceId });
  await author.practices.update({
    ...{ ...aPracticeContent(), practiceId, revision: published.revision },
    files: [{ id: next, text: "The garden in June" }],
  });
  expect([await seen(id), await seen(next)]).toEqual(["200 inline", "404"]);
  await coordinator.practices.withdraw({ practiceId, reason: "A photo shows a pupil." });
  expect(await seen(id)).toBe("404");
});

it("a practice names only its own files, and is not submitted while one has no description", async () => {
  const author = await callAs(project.partner.contributor, db);
  const { id: practiceId } = await aPractice(db, project);
  const other = await aPractice(db, project);
  const foreign = await anAttachment(db, { practiceId: other.id }, project.partner);
  const own = await anAttachment(db, { practiceId }, project.partner);
  const { revision } = await author.practices.get({ practiceId });
  const update = (id: string) =>
    author.practices.update({ ...aPracticeContent(), practiceId, revision, files: [{ id, text: " " }] });
  expect(await problemOf(update(foreign))).toBe("file.not_found");
  expect(await problemOf(update(uuid()))).toBe("file.not_found");
  await update(own);
  expect(await problemOf(author.practices.submit({ practiceId }))).toBe("practice.incomplete");
});

it("uploads to a practice are for those who may edit it, and count against the storage of the project", async () => {
  const { id: practiceId } = await aPractice(db, project);
  const metadata = { practiceId, name: "a.png" };
  const begin = async (who: string, size = 10) => (await beginUploadOf(base, who, metadata, size)).status;
  const stranger = (await aProject(db)).partner.contributor;
  expect([await begin(stranger), await begin(project.partner.viewer)]).toEqual([404, 403]);
  expect(await begin(project.partner.contributor, 0)).toBe(400);
  await db.update(projects).set({ storageLimitBytes: 100 }).where(eq(projects.id, project.id));
  expect(await begin(project.partner.contributor, 101)).toBe(422);
  await upload(project.partner.contributor, metadata, Buffer.alloc(60, 1));
  expect(await begin(project.partner.contributor, 41)).toBe(422);
});

it("a file of a report is seen by its organisation, then by the owner, then by everyone", async () => {
  const practice = await aPractice(db, project, { status: "published" });
  const trying = (await aProject(db)).partner;
  const author = await callAs(trying.contributor, db);
  const owner = await callAs(project.partner.contributor, db);
  const replicationId = await aReplication(db, practice.id, trying, { status: "draft" });
  const id = await upload(trying.contributor, { replicationId, name: "boat.png" });
  const page = await upload(trying.contributor, { replicationId, name: "x.html" }, Buffer.from("<script>1</script>"));
  const files = [id, page].map((one) => ({ id: one, text: "A boat" }));
  await author.replications.update({ ...aReplicationContent(), replicationId, revision: 1, files });
  const read = (api: typeof owner) => problemOf(api.attachments.get({ attachmentId: id }));
  expect([await read(author), await read(owner), await seen(id)]).toEqual(["", "file.not_found", "404"]);

  await author.replications.send({ replicationId });
  expect([await read(owner), await seen(id)]).toEqual(["", "404"]);
  const late = await beginUploadOf(base, trying.contributor, { replicationId, name: "late.png" }, 10);
  expect([late.status, await late.json()]).toMatchObject([422, { problem: "replication.wrong_state" }]);
  await owner.replications.answer({ replicationId, answer: "Thank you.", agreed: true });
  // What could run scripts is never shown in a page.
  expect([await seen(id), await seen(page)]).toEqual(["200 inline", "200 attachment"]);
  const shown = await (await callAs(null, db)).replications.list({ practiceId: practice.id });
  expect(shown.items[0]?.files).toMatchObject([{ id, text: "A boat", name: "boat.png" }, { name: "x.html" }]);
});

it("a report keeps a bounded number of files of a bounded size", async () => {
  const practice = await aPractice(db, project, { status: "published" });
  const trying = (await aProject(db)).partner;
  const replicationId = await aReplication(db, practice.id, trying, { status: "draft" });
  const begin = async (size: number) => {
    const answer = await beginUploadOf(base, trying.contributor, { replicationId, name: "a.png" }, size);
    return answer.status === 201 ? "" : ((await answer.json()) as { problem: string }).problem;
  };
  expect(await begin(maxReportFileBytes + 1)).toBe("file.too_big");
  for (let kept = 0; kept < 60; kept += 1) await anAttachment(db, { replicationId }, trying);
  expect(await begin(10)).toBe("file.too_many");
});

it("files that no description names are deleted after a week, with their storage", async () => {
  const author = await callAs(project.partner.contributor, db);
  const old = new Date(noon.getTime() - 8 * 24 * 3_600_000);
  const { id: practiceId } = await aPractice(db, project);
  const add = (createdAt: Date) => anAttachment(db, { practiceId }, project.partner, { createdAt });
  const [named, unnamed, fresh] = [await add(old), await add(old), await add(noon)];
  await db.update(projects).set({ storedBytes: 300 }).where(eq(projects.id, project.id));
  const { revision } = await author.practices.get({ practiceId });
  await author.practices.update({
    ...{ ...aPracticeContent(), practiceId, revision },
    files: [{ id: named, text: "Named" }],
  });
  const kept = async () => {
    const rows = await db.select().from(attachments).where(eq(attachments.practiceId, practiceId));
    const own = rows.map(({ id }) => id);
    return [named, unnamed, fresh].map((id) => own.includes(id));
  };
  const { jobNames } = await watch(db, () => eraseUnusedFiles(db, noon));
  expect(jobNames).toEqual(["erase_blob"]);
  expect(await kept()).toEqual([true, false, true]);
  const stored = async () => {
    const [row] = await db.select().from(projects).where(eq(projects.id, project.id));
    return row?.storedBytes;
  };
  expect(await stored()).toBe(200);

  await author.practices.deleteDraft({ practiceId });
  expect(await kept()).toEqual([false, false, false]);
  expect(await stored()).toBe(0);
});
