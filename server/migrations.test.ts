import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { migrateDatabase } from "@/db/migrate";
import { events, eventTypes } from "@/domain/events/events";
import { practiceContent } from "@/domain/schemas/practices";

/** The ids of the rows that a database of the first release holds before the migration. */
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const at = "2026-01-05T10:00:00Z";

const submission = { number: 1, title: "Guide", submissionId: id(9), submission: 1 };
/** What the first release recorded: project, organisation, type and data, with the names of people. */
const bees = { practiceId: id(54), title: "Bees", slug: "bees" };
const recorded: [string | null, string | null, string, postgres.JSONValue & object][] = [
  [id(3), id(2), "member.role_changed", { personId: id(1), person: "Ana", role: "viewer" }],
  [id(3), id(2), "member.removed", { personId: id(1), person: "" }],
  [id(3), id(2), "review.requested", { ...submission, reviewId: id(31), reviewer: "Ana" }],
  [id(3), id(2), "review.requested", { ...submission, reviewId: id(32), reviewer: "Ana" }],
  [null, id(2), "organisation.created", { name: "Escuela" }],
  [null, null, "person.signed_up", {}],
  [id(3), id(2), "practice.published", { ...bees, reason: "" }],
  [id(3), id(2), "practice.returned", { ...bees, reason: "Say nothing about Ana." }],
];

/** Rows of later types were never stored without their kind. */
const laterTypes: readonly string[] = [
  "output.unpublished",
  "activity.exported",
  "output.approval_outdated",
  "participation.organisation_corrected",
  "practice.draft_deleted",
  "comment.edited",
  "comment.resolved",
  "comment.reopened",
  "comment.removed",
  "output.rejected",
  "submission.withdrawn",
  "submission.reopened",
  "review.acknowledged",
  "review.stand_in_named",
  "finding.answered",
  "finding.closed",
  "finding.reopened",
  "approval_rules.changed",
  "rubric.changed",
  "output.taken_down",
  "practice.taken_down",
  "practice.withdrawn",
  "practice.contact_changed",
  "practice.file_added",
  "conversation.started",
  "conversation.message_added",
  "conversation.moved",
  "practice.translated",
  "replication.drafted",
  "replication.sent",
  "replication.published",
  "replication.withdrawn",
  "replication.answered",
  "project.page_taken_down",
  "organisation.page_taken_down",
  "publication.updated",
  "publication.name_asked",
  "publication.name_agreed",
  "publication.name_declined",
  "task.added",
  "task.several_added",
  "task.late_reminded",
  "task.accepted",
  "task.declined",
  "task.done",
  "task.reopened",
  "task.dropped",
  "task.handed_over",
  "member.work_handed_over",
  "member.work_moved",
  "task.due_moved",
  "output.due_moved",
  "output.dependency_added",
  "output.dependency_removed",
  "output.time_asked",
  "output.time_declined",
  "person.calendar_renewed",
  "person.away",
  "person.back",
  "person.stand_in_named",
  "task.taken_over",
];
const typesOfFirstRelease = eventTypes.filter((type) => !laterTypes.includes(type));

let sql: postgres.Sql;
let admin: postgres.Sql;
let folder: string;
const database = `released_${randomUUID().replaceAll("-", "")}`;

/** The migrations as they were in the first release. */
async function firstRelease(): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), "consorta-released-"));
  const migrations = path.join(root, "db", "migrations");
  await cp(path.join(process.cwd(), "db", "migrations"), migrations, { recursive: true });
  const file = path.join(migrations, "meta", "_journal.json");
  const journal = JSON.parse(await readFile(file, "utf8")) as { entries: unknown[] };
  await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, 1) }));
  return root;
}

async function fill(): Promise<void> {
  await sql`insert into people (id, name) values (${id(1)}, 'Ana')`;
  await sql`insert into addresses (id, person_id, address) values (${id(40)}, ${id(1)}, ${"ana\u200b@x.example"}),
    (${id(41)}, ${id(1)}, ${"bea\u00ad@x.example"}), (${id(42)}, ${id(1)}, 'bea@x.example')`;
  await sql`insert into organisations (id, legal_name, short_name, name_key, country) values (${id(2)}, 'Escuela', 'Escuela', 'escuela', 'ES')`;
  await sql`insert into projects (id, slug, status, call_year, action_code, field, title, acronym, created_by)
    values (${id(3)}, 'p', 'running', 2026, 'KA220-SCH', 'school', 'A project', 'AP', ${id(1)})`;
  await sql`insert into outputs (id, project_id, number, title, type, lead_organisation_id, languages)
    values (${id(4)}, ${id(3)}, 1, 'Guide', 'guide', ${id(2)}, ${["el", "x!", "en"]})`;
  await sql`insert into organisations (id, legal_name, short_name, name_key, country) values
    (${id(50)}, 'Σχολείο της Αθήνας', 'Σχολείο Αθήνας', 'σχολειο', 'GR'), (${id(51)}, '!', '!', '!', 'GR')`;
  await sql`insert into outputs (id, project_id, number, title, type, lead_organisation_id, status)
    values (${id(52)}, ${id(3)}, 2, 'Toolkit', 'toolkit', ${id(2)}, 'published')`;
  await sql`insert into submissions (id, project_id, output_id, number, submitted_by, organisation_id)
    values (${id(9)}, ${id(3)}, ${id(4)}, 1, ${id(1)}, ${id(2)})`;
  await sql`insert into comments (id, project_id, submission_id, person_id, organisation_id, body, created_at)
    values (${id(30)}, ${id(3)}, ${id(9)}, ${id(1)}, ${id(2)}, 'A source is missing.', ${at})`;
  for (const type of [...typesOfFirstRelease, "project.dreamed"]) {
    await sql`insert into activity (at, project_id, organisation_id, person_id, type, data)
      values (${at}, ${id(3)}, ${id(2)}, ${id(1)}, ${type}, '{}')`;
  }
  await sql`insert into practices (id, slug, project_id, organisation_id, author_id, title, field, language)
    values (${id(5)}, 'good', ${id(3)}, ${id(2)}, ${id(1)}, 'Good', 'school', 'x!'), (${id(6)}, 'fine', ${id(3)}, ${id(2)}, ${id(1)}, 'Fine', 'school', 'pl')`;
  await sql`insert into practices (id, slug, project_id, organisation_id, author_id, title, need, field, language, status, published_at)
    values (${id(50)}, 'forest', ${id(3)}, ${id(2)}, ${id(1)}, 'Δάσος', 'Σχολείο', 'school', 'el', 'published', ${at})`;
  await sql`insert into practices (id, slug, project_id, organisation_id, author_id, title, done, changed, takes, target_group, field, status, return_reason)
    values (${id(54)}, 'bees', ${id(3)}, ${id(2)}, ${id(1)}, 'Bees', 'Build a hive.', 'More honey.', 'Wood.', 'Pupils', 'school', 'returned', 'Say nothing about Ana.')`;
  const files = [
    { number: 10, language: "", note: "first" },
    { number: 11, language: "../../../", note: "" },
    { number: 12, language: "x!", note: "second" },
    { number: 13, language: "el", note: "" },
  ];
  for (const { number, language, note } of files) {
    await sql`insert into output_files (id, project_id, output_id, name, name_key, language)
      values (${id(number)}, ${id(3)}, ${id(4)}, 'Guide.pdf', 'guide.pdf', ${language})`;
    await sql`insert into file_versions (id, project_id, output_id, file_id, number, sha256, size_bytes, media_type, name, note, uploaded_by, organisation_id)
      values (${id(number + 10)}, ${id(3)}, ${id(4)}, ${id(number)}, 1, 'x', 1, 'application/pdf', 'Guide.pdf', ${note}, ${id(1)}, ${id(2)})`;
  }
  await sql`insert into uploads (id, project_id, output_id, person_id, organisation_id, name, language, size_bytes, expires_at)
    values ('u', ${id(3)}, ${id(4)}, ${id(1)}, ${id(2)}, 'a.pdf', 'klingon', 5, ${at})`;
  await sql`insert into reviews (id, project_id, submission_id, reviewer_id, organisation_id, requested_by)
    values (${id(31)}, ${id(3)}, ${id(9)}, ${id(1)}, ${id(2)}, ${id(1)})`;
  for (const [project, organisation, type, data] of recorded) {
    await sql`insert into activity (at, project_id, organisation_id, person_id, type, data)
      values (${at}, ${project}, ${organisation}, ${id(1)}, ${type}, ${sql.json(data)})`;
  }
  const outputs = [
    { key: "a", title: "One", languages: ["x!", "bg"] },
    { key: "b", title: "Two" },
  ];
  await sql`insert into project_drafts (id, person_id, data) values (${id(7)}, ${id(1)}, ${sql.json({ title: "T", outputs })}),
    (${id(8)}, ${id(1)}, ${sql.json({ title: "Empty" })})`;
}

beforeAll(async () => {
  const url = new URL(inject("ownerUrl"));
  url.pathname = "/postgres";
  admin = postgres(url.toString(), { max: 1, onnotice: () => undefined });
  await admin`create database ${admin(database)} template template0`;
  url.pathname = `/${database}`;
  sql = postgres(url.toString(), { max: 1, onnotice: () => undefined });
  folder = await firstRelease();
  await migrateDatabase(url.toString(), folder);
  await fill();
  await migrateDatabase(url.toString(), process.cwd());
});
afterAll(async () => {
  await sql.end();
  await admin`drop database ${admin(database)}`;
  await admin.end();
  await rm(folder, { recursive: true, force: true });
});

describe("migrating a database of the first release", () => {
  it("keeps every file; an unknown language is set to null and its text is added to the note", async () => {
    const rows =
      await sql`select right(f.id::text, 2) as file, f.name, f.name_key, f.language, v.name as version, v.note
      from output_files f join file_versions v on v.file_id = f.id order by f.id`;
    const renamed = (suffix: string) => ({
      name: `Guide (${suffix}).pdf`,
      name_key: `guide (${suffix}).pdf`,
      version: `Guide (${suffix}).pdf`,
    });
    const plain = { name: "Guide.pdf", name_key: "guide.pdf", version: "Guide.pdf" };
    expect([...rows]).toEqual([
      { file: "10", ...plain, language: "", note: "first" },
      { file: "11", ...renamed("000011"), language: "", note: "Language: ../../../" },
      { file: "12", ...renamed("000012"), language: "", note: "second\nLanguage: x!" },
      { file: "13", ...plain, language: "el", note: "" },
    ]);
    expect([...(await sql`select language, note from uploads`)]).toEqual([{ language: "", note: "Language: klingon" }]);
  });

  it("names people in the record by id alone, and every row is sealed and counted", async () => {
    // After one row of each type.
    const rows = await sql`select data from activity order by id offset ${typesOfFirstRelease.length + 1}`;
    expect(rows.map((row) => row["data"] as unknown)).toEqual([
      { personId: id(1), role: "viewer" },
      { personId: id(1) },
      { ...submission, reviewId: id(31), personId: id(1) },
      { ...submission, reviewId: id(32) },
      { name: "Escuela" },
      {},
      { ...bees, reason: "" },
      { ...bees, reason: "Say nothing about Ana." },
    ]);
    expect([...(await sql`select kind, subject_id, number::int from activity_chains order by kind`)]).toEqual([
      { kind: "organisation", subject_id: id(2), number: 1 },
      { kind: "person", subject_id: id(1), number: 1 },
      { kind: "project", subject_id: id(3), number: typesOfFirstRelease.length + 7 },
    ]);
    expect([
      ...(await sql`select (select count(*)::int from activity_pending) as pending,
      (select count(*)::int from activity_seals) as seals, (select sum(count)::int from activity_months) as counted`),
    ]).toEqual([{ pending: 0, seals: typesOfFirstRelease.length + 9, counted: typesOfFirstRelease.length + 9 }]);
  });

  it("turns the parts of a practice into its description, and a published one into its first edition", async () => {
    const [bees] = await sql`select content, body, edition, withdrawn_at, withdraw_reason from practices
      where id = ${id(54)}`;
    expect(bees).toMatchObject({ edition: null, withdrawn_at: new Date(at), withdraw_reason: null });
    expect(bees?.["body"]).toBe("Pupils\n\nBuild a hive.\n\nWood.\n\nMore honey.");
    expect(practiceContent.parse(bees?.["content"])).toEqual({
      ...practiceContent.parse({ title: "Bees", field: "school" }),
      targetGroup: "Pupils",
      steps: [{ text: "Build a hive.", time: "", material: "" }],
      resources: { time: "", people: "", money: "", rooms: "", other: "Wood." },
      evidence: [{ kind: "observation", text: "More honey.", source: "" }],
    });
    const editions = await sql`select practice_id, number, content->>'need' as need, published_by, published_at
      from practice_editions`;
    expect([...editions]).toEqual([
      { practice_id: id(50), number: 1, need: "Σχολείο", published_by: id(1), published_at: new Date(at) },
    ]);
  });

  it("puts every published practice into the library, where its words are found without accents", async () => {
    const rows =
      await sql`select kind, subject_id, slug, title, country, languages, facets, published_at from library_items
      where words @@ 'δασοσ & escuela'`;
    expect([...rows]).toEqual([
      {
        kind: "practice",
        subject_id: id(50),
        slug: "forest",
        title: "Δάσος",
        country: "ES",
        languages: ["el"],
        facets: ["kind:practice", "country:ES", "field:school", "licence:CC-BY-4.0", "language:el"],
        published_at: new Date(at),
      },
    ]);
    expect([...(await sql`select count(*)::int as items from library_items`)]).toEqual([{ items: 1 }]);
    const words = await sql<{ word: string }[]>`select word from library_words order by word`;
    expect(words.map(({ word }) => word)).toEqual(["escuela", "project", "δασοσ", "σχολειο"]);
  });

  it("removes format characters from addresses, unless that would make two equal", async () => {
    const rows = await sql<{ address: string }[]>`select address from addresses order by id`;
    expect(rows.map(({ address }) => address)).toEqual(["ana@x.example", "bea\u00ad@x.example", "bea@x.example"]);
  });

  it("keeps comments with their times, each as a thread on its submission that everyone can read", async () => {
    const rows = await sql`select id, subject_type, subject_id, visibility, text, revision, reply_to, thread_id,
      thread_at, created_at from comments`;
    expect([...rows]).toEqual([
      {
        id: id(30),
        subject_type: "submission",
        subject_id: id(9),
        visibility: "everyone",
        text: "A source is missing.",
        revision: 1,
        reply_to: null,
        thread_id: id(30),
        thread_at: new Date(at),
        created_at: new Date(at),
      },
    ]);
  });

  it("gives each activity the kind of its type, and none to a type that it does not know", async () => {
    const rows = await sql<{ type: string; kind: string | null }[]>`select type, kind from activity order by id
      limit ${typesOfFirstRelease.length + 1}`;
    expect(rows.map(({ type, kind }) => [type, kind])).toEqual([
      ...typesOfFirstRelease.map((type) => [type, events[type].kind]),
      ["project.dreamed", null],
    ]);
  });

  it("makes no file public: what was marked as published elsewhere is approved again", async () => {
    expect([...(await sql`select number, status from outputs order by number`)]).toEqual([
      { number: 1, status: "planned" },
      { number: 2, status: "approved" },
    ]);
    expect([...(await sql`select id from publications`)]).toEqual([]);
  });

  it("gives projects and organisations the address of a public page", async () => {
    const rows = await sql<{ slug: string }[]>`select public_slug as slug from projects
      union all (select public_slug from organisations order by id)`;
    const ending = expect.stringMatching(/^[0-9a-f]{8}$/) as string;
    expect(rows.map(({ slug }) => [slug.slice(0, -9), slug.slice(-8)])).toEqual([
      ["ap", ending],
      ["escuela", ending],
      ["scholeio-athinas", ending],
      ["partner", ending],
    ]);
  });

  it("does not change known languages of outputs, practices and drafts", async () => {
    expect([...(await sql`select languages from outputs where number = 1`)]).toEqual([{ languages: ["el", "en"] }]);
    expect([
      ...(await sql`select content->>'language' as language from practices where id <> ${id(54)} order by id`),
    ]).toEqual([{ language: "" }, { language: "pl" }, { language: "el" }]);
    expect([...(await sql`select data from project_drafts order by id`)]).toEqual([
      {
        data: {
          title: "T",
          outputs: [
            { key: "a", title: "One", languages: ["bg"] },
            { key: "b", title: "Two" },
          ],
        },
      },
      { data: { title: "Empty" } },
    ]);
  });
});
