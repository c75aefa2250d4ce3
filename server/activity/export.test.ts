import { buffer, text } from "node:stream/consumers";
import { Readable } from "node:stream";
import { parse } from "csv-parse/sync";
import { eq, sql } from "drizzle-orm";
import { readXlsx } from "hucre/xlsx";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { organisations, people } from "@/db/schema";
import { readActivityAddress } from "@/server/signed-address";
import { anActivity } from "@/server/testing/an-activity";
import { callAs, problemOf, watch } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aMember, aPerson, aProject, noon, type TestProject } from "@/server/testing/factories";
import { anOutput, aVersion } from "@/server/testing/work-factories";
import type { ExportOrder } from "./export-activity";
import { csvOf, exportTable, xlsxOf } from "./export-table";

const later = new Date("2026-04-10T12:00:00Z");
const base = { format: "csv", timeZone: "Europe/Athens" } as const;

/** The order that an export's address holds, as its download reads it. */
function orderOf(url: string, now = later): ExportOrder {
  const order = readActivityAddress(new URL(url, "http://files"), now);
  if (order === null) throw new Error("The address is not valid.");
  return order as ExportOrder;
}

const csv = async (tx: Db, order: ExportOrder) =>
  parse(await text(Readable.from(csvOf(await exportTable(tx, order)))), { bom: true, relax_quotes: true });

async function workbook(tx: Db, order: ExportOrder) {
  const content = await buffer(await xlsxOf(await exportTable(tx, order)));
  const [sheet] = (await readXlsx(content)).sheets;
  return { name: sheet?.name, rows: sheet?.rows ?? [], cells: sheet?.cells };
}

/** A project in Greek and Cyrillic letters with an upload whose name looks like a formula. */
async function lettered(tx: Db, project: TestProject) {
  const { partner, other } = project;
  await tx.update(people).set({ name: "Ελένη Παπαδοπούλου" }).where(eq(people.id, partner.contributor));
  await tx
    .update(organisations)
    .set({ shortName: "ИСУ Пловдив", country: "BG" })
    .where(eq(organisations.id, partner.organisationId));
  const output = await anOutput(tx, project, { number: 7, title: "Οδηγός" });
  const version = await aVersion(tx, output);
  const data = {
    number: 7,
    title: "Οδηγός",
    versionId: version.id,
    file: "=HYPERLINK(1).pdf",
    version: 1,
    onBehalf: false,
  };
  await anActivity(tx, project, partner, "2026-03-28T23:30:00Z", "file.uploaded", { outputId: output.id, data });
  await anActivity(tx, project, other, "2026-03-29T01:30:00Z", "project.exported");
  return { output, version };
}

describe("an export of activities", () => {
  test("holds exactly what is filtered, in the language and time zone of its reader, also in a workbook", async ({
    tx,
  }) => {
    const project = await aProject(tx);
    const { output, version } = await lettered(tx, project);
    const reader = await aPerson(tx, { locale: "el" });
    await aMember(tx, { projectId: project.id, participationId: project.other.participationId }, reader.id, "viewer");
    const api = await callAs(reader.id, tx, { now: later });
    const { url } = await api.activity.export({ ...base, slug: project.slug, kind: "files" });
    const order = orderOf(url);
    const [head = [], ...rows] = await csv(tx, order);
    expect(head.slice(0, 4)).toEqual(["Ημερομηνία και ώρα", "Οργανισμός", "Χώρα", "Άτομο"]);
    const sentence = "ανέβασε το =HYPERLINK(1).pdf έκδοση 1 στο O7 Οδηγός";
    const link = `http://localhost:3000/projects/${project.slug}/outputs/${output.id}`;
    const shared = [
      "2026-03-29 01:30:00 GMT+2",
      "ИСУ Пловдив",
      "Βουλγαρία",
      "Ελένη Παπαδοπούλου",
      sentence,
      "O7 Οδηγός",
    ];
    expect(rows).toEqual([[...shared, "'=HYPERLINK(1).pdf", "1", version.sha256, link]]);
    const { name, rows: sheet } = await workbook(tx, { ...order, format: "xlsx" });
    expect(name).toBe("Δραστηριότητα");
    // The workbook keeps the name as it is: its cell is a text and no formula.
    expect(sheet).toEqual([head, [...shared, "=HYPERLINK(1).pdf", 1, version.sha256, link]]);
  });

  test("names the offset of each moment on both sides of the change to summer time", async ({ tx }) => {
    const project = await aProject(tx);
    await lettered(tx, project);
    const api = await callAs(project.other.viewer, tx, { now: later });
    const { url } = await api.activity.export({ ...base, slug: project.slug, to: "2026-03-31" });
    const rows = await csv(tx, orderOf(url));
    expect(rows.slice(1).map(([at]) => at)).toEqual(["2026-03-29 04:30:00 GMT+3", "2026-03-29 01:30:00 GMT+2"]);
  });

  test("reads more rows than one page, each once", async ({ tx }) => {
    const project = await aProject(tx);
    await tx.execute(sql`insert into activity (at, project_id, organisation_id, person_id, type, kind, data)
      select ${noon.toISOString()}::timestamptz - n * interval '1 ms', ${project.id}, ${project.partner.organisationId},
        ${project.partner.contributor}, 'comment.added', 'comments', jsonb_build_object('number', n, 'title', 'x',
          'submissionId', gen_random_uuid(), 'submission', 1) from generate_series(1, 2500) n`);
    const api = await callAs(project.other.viewer, tx, { now: later });
    const { url } = await api.activity.export({ ...base, slug: project.slug, kind: "comments" });
    const rows = await csv(tx, orderOf(url));
    expect(new Set(rows.slice(1).map(([, , , , what]) => what)).size).toBe(2500);
    expect(rows).toHaveLength(2501);
  });

  test("is recorded in each of its projects, and holds none where the person is a stranger or evaluator", async ({
    tx,
  }) => {
    const [one, two, evaluated] = [await aProject(tx), await aProject(tx), await aProject(tx)];
    const reader = one.other.viewer;
    await aMember(tx, { projectId: two.id, participationId: two.partner.participationId }, reader, "viewer");
    await aMember(
      tx,
      { projectId: evaluated.id, participationId: evaluated.evaluator.participationId },
      reader,
      "viewer",
    );
    const api = await callAs(reader, tx, { now: later });
    const done = await watch(tx, () => api.activity.export({ ...base, format: "xlsx" }));
    expect(done.events).toMatchObject([
      { type: "activity.exported", data: { format: "xlsx" } },
      { type: "activity.exported", data: { format: "xlsx" } },
    ]);
    expect(
      orderOf(done.answer.url)
        .projects.map(({ id }) => id)
        .sort(),
    ).toEqual([one.id, two.id].sort());
    expect(await problemOf(api.activity.export({ ...base, slug: evaluated.slug }))).toBe("project.not_found");
    expect(await problemOf(api.activity.export({ ...base, slug: one.slug, personId: evaluated.partner.manager }))).toBe(
      "member.not_found",
    );
  });

  test("has an address that nobody can change and that expires", async ({ tx }) => {
    const project = await aProject(tx);
    const api = await callAs(project.other.viewer, tx, { now: later });
    const { url } = await api.activity.export({ ...base, slug: project.slug });
    const changed = new URL(url, "http://files");
    const order = Buffer.from(JSON.stringify({ ...orderOf(url), projects: [] })).toString("base64url");
    changed.searchParams.set("order", order);
    expect(readActivityAddress(changed, later)).toBeNull();
    expect(readActivityAddress(new URL(url, "http://files"), new Date(later.getTime() + 301_000))).toBeNull();
  });
});
