import { Readable } from "node:stream";
import { buffer, text } from "node:stream/consumers";
import { sql } from "drizzle-orm";
import { readXlsx } from "hucre/xlsx";
import { v7 as uuid } from "uuid";
import { expect } from "vitest";
import type { Db } from "@/db/client";
import { type CommentSubject, commentVisibilities, type CommentVisibility } from "@/domain/comments";
import { csvOf, exportTable, xlsxOf } from "@/server/activity/export-table";
import { projectEntries } from "@/server/files/project-archive";
import type { Storage } from "@/server/files/storage";
import { payloads } from "@/server/jobs/payloads";
import { sendMail } from "@/server/mail/send";
import { callAs, watch } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { noon, word } from "@/server/testing/factories";
import { permissionTable } from "@/server/testing/permission-table";
import { procedures } from "@/server/testing/procedures";
import { aWorld, tryOut, type World } from "@/server/testing/world";
import { tellMention } from "@/server/notifications/commands/tell-mention";

const storage: Pick<Storage, "read"> = { read: (key) => Promise.resolve(Readable.from([`content of ${key}`])) };
const queries = Object.entries(permissionTable).filter(([name]) => procedures.get(name)?.type === "query");

const subjectsOf = (world: World): CommentSubject[] => [
  { type: "output", id: world.output },
  { type: "file", id: world.file },
  { type: "submission", id: world.submission },
  { type: "practice", id: world.practice },
];

type Person = { personId: string; organisationId: string; kind: string; role: string };

const peopleOf = async (tx: Db, { project }: World) => [
  ...(await tx.execute<Person>(sql`select pp.person_id as "personId", pa.organisation_id as "organisationId", pa.kind,
      pp.role from participation_people pp join participations pa on pa.id = pp.participation_id
    where pp.project_id = ${project} order by pa.hue, pp.role, pp.person_id`)),
];

/** A word that every remark has, so that one search finds all that the person can read. */
const searched = "quillwort";

/** All that a person can read through the API: the answers of every query, and of the lists of each subject. */
async function readAll(tx: Db, world: World, personId: string | null, comments: readonly string[] = []) {
  const answers = new Map<string, string>();
  const ask = async (name: string, call: Parameters<typeof tryOut>[2]) => {
    const { letter, answer } = await tryOut(tx, personId, call);
    answers.set(name, `${letter} ${answer}`);
  };
  for (const [name, [, call]] of queries) await ask(name, (api) => call(api, world));
  for (const subject of subjectsOf(world)) {
    await ask(`list ${subject.type}`, (api) => api.comments.list({ subject }));
    for (const visibility of commentVisibilities) {
      await ask(`readers ${subject.type} ${visibility}`, (api) => api.comments.readers({ subject, visibility }));
    }
  }
  for (const commentId of comments) await ask(`versions ${commentId}`, (api) => api.comments.versions({ commentId }));
  const pages: (string | null)[] = [""];
  for (let cursor = pages.at(-1); typeof cursor === "string"; cursor = pages.at(-1)) {
    const at = cursor;
    pages.push(null);
    await ask(`search ${String(pages.length)}`, async (api) => {
      const { items, nextCursor } = await api.search.mine({ text: searched, cursor: at });
      pages.push(nextCursor);
      return items;
    });
  }
  await ask("export of the person", (api) => api.people.exportMe());
  return answers;
}

/** The content of the project's archive, and of the list of activities as CSV and as a workbook. */
async function filesOf(tx: Db, { project, slug }: World): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const { name, content } of projectEntries(tx, storage as Storage, project)) {
    const read = await content();
    found.set(`archive ${name}`, typeof read === "string" ? read : await text(read));
  }
  const order = { projects: [{ id: project, slug }], filter: {}, before: noon.getTime() + 1, name: "activity" };
  const reader = { locale: "en", timeZone: "UTC" };
  const table = (format: "csv" | "xlsx") => exportTable(tx, { ...order, ...reader, format });
  found.set("list as CSV", await text(Readable.from(csvOf(await table("csv")))));
  const { sheets } = await readXlsx(await buffer(await xlsxOf(await table("xlsx"))));
  found.set("list as workbook", JSON.stringify(sheets.map(({ rows }) => rows)));
  return found;
}

type Remark = { id: string; words: string[]; author: Person; visibility: CommentVisibility; subject: CommentSubject };

/** Writes a remark with unique words, edits it, and mentions a colleague of its author. */
async function write(
  tx: Db,
  author: Person,
  colleague: Person,
  visibility: CommentVisibility,
  subject: CommentSubject,
) {
  const [id, before, after] = [uuid(), word(), word()];
  const api = await callAs(author.personId, tx);
  const mentions = visibility === "organisation" ? [colleague.personId] : [];
  await api.comments.add({ id, subject, text: `${before} ${searched}`, visibility, mentions });
  await api.comments.edit({ id: uuid(), commentId: id, text: `${after} ${searched}`, revision: 1 });
  return { id, words: [before, after], author, visibility, subject };
}

/** The rule as it is documented, without the code that is tested. */
function mayRead(person: Person, { author, visibility, subject }: Remark, asked: string | null): boolean {
  const evaluates = person.kind === "evaluator";
  if (evaluates && (subject.type === "practice" || person.personId !== asked)) return false;
  if (person.personId === author.personId) return true;
  if (visibility === "everyone") return !evaluates || subject.type === "submission";
  if (visibility === "organisation") return person.organisationId === author.organisationId;
  return person.kind === "coordinator" && person.role === "manager";
}

test(
  "the words of a comment reach nobody who cannot read it, through any query, export, archive, e-mail or the record",
  { timeout: 180_000 },
  async ({ tx }) => {
    const { world, actors } = await aWorld(tx);
    const people = await peopleOf(tx, world);
    const asked = actors["evaluator asked"];
    const one = (kind: string, role: string, not?: string) => {
      const found = people.find((p) => p.kind === kind && p.role === role && p.organisationId !== not);
      if (!found) throw new Error(`The world has no ${role} of a ${kind}.`);
      return found;
    };
    const partner = one("partner", "contributor");
    const authors = [partner, one("partner", "contributor", partner.organisationId), one("coordinator", "contributor")];
    const remarks: Remark[] = [];
    const { jobs } = await watch(tx, async () => {
      for (const author of [...authors, one("evaluator", "contributor")]) {
        const colleague =
          people.find((p) => p.organisationId === author.organisationId && p.role === "manager") ?? author;
        for (const subject of subjectsOf(world)) {
          if (author.kind === "evaluator" && subject.type === "practice") continue;
          for (const visibility of commentVisibilities) {
            const named = author.kind === "evaluator" ? author : colleague;
            remarks.push(await write(tx, author, named, visibility, subject));
          }
        }
      }
    });
    const everyWord = remarks.flatMap(({ words }) => words);
    const wordsIn = (texts: Iterable<string>) => {
      const all = [...texts].join("\n");
      return new Set(everyWord.filter((one) => all.includes(one)));
    };

    for (const person of people) {
      const allowed = remarks.filter((remark) => mayRead(person, remark, asked)).flatMap(({ words }) => words);
      const read = await readAll(
        tx,
        world,
        person.personId,
        remarks.map(({ id }) => id),
      );
      expect(wordsIn(read.values()), `${person.kind} ${person.role}`).toEqual(new Set(allowed));
    }
    for (const outsider of [actors.stranger, actors.operator, null]) {
      expect(
        wordsIn(
          (
            await readAll(
              tx,
              world,
              outsider,
              remarks.map(({ id }) => id),
            )
          ).values(),
        ),
      ).toEqual(new Set());
    }

    const shared = remarks.filter(({ visibility }) => visibility === "everyone").flatMap(({ words }) => words);
    expect(wordsIn((await filesOf(tx, world)).values())).toEqual(new Set(shared));

    for (const job of jobs.filter(({ name }) => name === "mail_mention")) {
      const enqueued = await watch(tx, () => tellMention(tx, noon, payloads.mail_mention.parse(job.payload)));
      for (const mail of enqueued.jobs) await sendMail(tx, noon, payloads.send_mail.parse(mail.payload));
    }
    const mails = await tx.execute<{ row: string }>(sql`select m::text as row from mails m where template = 'mention'`);
    expect(mails.length).toBe(12);
    const stored = await tx.execute<{ row: string }>(sql`select a::text as row from activity a
      union all select j.payload::text from graphile_worker._private_jobs j`);
    expect(wordsIn([...mails, ...stored].map(({ row }) => row))).toEqual(new Set());
  },
);

test(
  "private comments change no answer, count or file for people who cannot read them",
  { timeout: 180_000 },
  async ({ tx }) => {
    const { world, actors } = await aWorld(tx);
    const people = await peopleOf(tx, world);
    const writer = people.find(({ personId }) => personId === actors.contributor);
    const manager = people.find(({ personId }) => personId === actors["partner manager"]);
    if (!writer || !manager) throw new Error("The partner has people.");
    const readers = [
      ...people.filter(
        (p) => p.organisationId !== writer.organisationId && (p.kind !== "coordinator" || p.role !== "manager"),
      ),
      { personId: actors.stranger, kind: "stranger", role: "" },
    ];
    const everything = async () => {
      const found = new Map<string, unknown>();
      for (const { personId } of readers) found.set(personId ?? "", await readAll(tx, world, personId));
      const files = await filesOf(tx, world);
      // Holds the time at which the archive was made.
      files.delete("archive index.html");
      return found.set("files", files);
    };
    const before = await everything();
    for (const subject of subjectsOf(world)) {
      for (const visibility of ["organisation", "coordinators"] as const) {
        const remark = await write(tx, writer, manager, visibility, subject);
        const api = await callAs(writer.personId, tx);
        await api.comments.add({ id: uuid(), subject, text: "Reply.", visibility, replyTo: remark.id });
        await api.comments.resolve({ commentId: remark.id });
        await api.comments.remove({ commentId: remark.id });
      }
    }
    expect(await everything()).toEqual(before);
  },
);
