import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect } from "vitest";
import type { Db } from "@/db/client";
import { people, projects } from "@/db/schema";
import { record } from "@/server/events/record";
import { callAs } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { anInvitation, aProject, noon } from "@/server/testing/factories";
import { anOutput, aPractice, aVersion } from "@/server/testing/work-factories";
import { projectEntries } from "./project-archive";
import type { Storage } from "./storage";

const storage: Pick<Storage, "read"> = { read: (key) => Promise.resolve(Readable.from([`content of ${key}`])) };

async function archiveOf(tx: Db, projectId: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const { name, content } of projectEntries(tx, storage as Storage, projectId)) {
    const read = await content();
    found.set(name, typeof read === "string" ? read : await text(read));
  }
  return found;
}

/** The rows of a table as objects by column name. */
const rowsOf = (found: Map<string, string>, name: string) =>
  parse<Record<string, string>>(found.get(name) ?? "", { columns: true, bom: true });

test("a project archive holds invitations and refusals, authors of uploads, submissions and comments, and due dates of reviews", async ({
  tx,
}) => {
  const project = await aProject(tx);
  const { coordinator, partner, other } = project;
  const names = new Map((await tx.select().from(people)).map(({ id, name }) => [id, name]));
  const output = await anOutput(tx, project);
  const version = await aVersion(tx, output, { name: "Guide.pdf" });
  const lead = await callAs(partner.contributor, tx);
  const asked = { versionIds: [version.id], reviewerIds: [other.contributor], dueOn: "2026-05-31" };
  await lead.reviews.submit({ id: uuid(), outputId: output.id, ...asked });
  const { token } = await anInvitation(tx, project, { participationId: partner.participationId });
  await (await callAs(null, tx)).projects.decline({ token, reason: "We have no staff for it." });
  const { id: practiceId } = await aPractice(tx, project, { status: "submitted" });
  const returned = { practiceId, reason: "Say what it takes." };
  await (await callAs(coordinator.manager, tx)).practices.return(returned);

  const found = await archiveOf(tx, project.id);
  const invited = { status: "declined", decline_reason: "We have no staff for it.", organisation: partner.name };
  expect(rowsOf(found, "invitations.csv")).toMatchObject([invited]);
  // Addresses are only for managers of the organisation and the coordinator, but the archive is for all members.
  expect(found.get("invitations.csv")).not.toContain("@");
  const uploader = names.get(partner.contributor);
  expect(rowsOf(found, "versions.csv")).toMatchObject([{ name: "Guide.pdf", uploaded_by: uploader }]);
  expect(rowsOf(found, "submissions.csv")).toMatchObject([{ submitted_by: uploader, decided_by: "" }]);
  expect(rowsOf(found, "reviews.csv")).toMatchObject([
    { reviewer: names.get(other.contributor), due_on: "2026-05-31" },
  ]);
  const written = { author: uploader, field: "School education", return_reason: "Say what it takes." };
  expect(rowsOf(found, "practices.csv")).toMatchObject([written]);

  await tx.update(people).set({ closedAt: noon }).where(eq(people.id, partner.contributor));
  expect(rowsOf(await archiveOf(tx, project.id), "versions.csv")).toMatchObject([{ uploaded_by: "" }]);
});

test("no cell of a project archive is a formula for a spreadsheet", async ({ tx }) => {
  const project = await aProject(tx);
  const formulas = ['=HYPERLINK("https://evil.example")', "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1"];
  for (const title of formulas) await anOutput(tx, project, { title });
  const titles = rowsOf(await archiveOf(tx, project.id), "outputs.csv").map(({ title }) => title);
  expect(titles.sort()).toEqual(formulas.map((title) => `'${title}`).sort());
});

test("a project archive says who contributes to an output and which versions an approval covers", async ({ tx }) => {
  const project = await aProject(tx);
  const output = await anOutput(tx, project, { contributors: [project.other] });
  const version = await aVersion(tx, output, { name: "Guide.pdf" });
  const lead = await callAs(project.partner.contributor, tx);
  const request = { outputId: output.id, versionIds: [version.id], reviewerIds: [project.other.contributor] };
  await lead.reviews.submit({ id: uuid(), ...request });

  const found = await archiveOf(tx, project.id);
  const [header = "", ...rows] = (found.get("submissions.csv") ?? "").trim().split("\n");
  expect(header).toContain("version,sha256");
  expect(rows).toHaveLength(1);
  expect(rows[0]).toContain(`Guide.pdf,,1,${version.sha256}`);
  expect(found.get("outputs.csv")).toContain("contributors");
  expect(found.get("outputs.csv")).toContain(project.other.name.slice(0, 5));
  expect([...found.keys()].filter((name) => name.startsWith("files/"))).toHaveLength(1);
});

test("a project archive holds the end of the chain of seals at that moment", async ({ tx }) => {
  const project = await aProject(tx);
  const by = { actor: null, personId: project.partner.manager, now: noon };
  const event = { type: "project.exported", data: {} } as const;
  await record(tx, by, { projectId: project.id }, event, event);
  const found = await archiveOf(tx, project.id);
  const [row] = await tx.execute(sql`select c.number::text, c.hash, s.sealed_at from activity_chains c
    join activity_seals s on s.chain_id = c.id and s.number = c.number where c.subject_id = ${project.id}`);
  const at = new Date(String(row?.["sealed_at"])).toISOString();
  expect(rowsOf(found, "activity-head.csv")).toEqual([{ number: "2", hash: row?.["hash"], at }]);
  expect(rowsOf(found, "activity.csv")).toHaveLength(2);
});

test("a project archive shows words instead of codes, and activities as sentences", async ({ tx }) => {
  const project = await aProject(tx);
  const output = await anOutput(tx, project, { number: 4, title: "A guide" });
  await aVersion(tx, output, { name: "Guide.pdf" });
  const lead = await callAs(project.partner.contributor, tx);
  await lead.outputs.addLink({
    id: uuid(),
    outputId: output.id,
    name: "Course",
    url: "https://x.example/",
    language: "el",
  });
  const found = await archiveOf(tx, project.id);
  expect(rowsOf(found, "organisations.csv")[0]).toMatchObject({ kind: "coordinator" });
  expect(rowsOf(found, "outputs.csv")).toMatchObject([{ status: "in progress" }]);
  const languages = rowsOf(found, "versions.csv").map(({ name, language }) => [name, language]);
  expect(languages).toEqual(expect.arrayContaining([["Course", "Greek"]]));
  const [activity] = rowsOf(found, "activity.csv");
  expect(Object.values(activity ?? {}).join(" ")).toContain("O4 A guide");
  for (const [name, content] of found) {
    if (name.endsWith(".csv"))
      expect([name, /\{|[a-z]_[a-z]/u.test(content.split("\n").slice(1).join("\n"))]).toEqual([name, false]);
  }
});

test("a project archive has a page that links every entry", async ({ tx }) => {
  const project = await aProject(tx);
  await tx.update(projects).set({ title: "Bridges <b>" }).where(eq(projects.id, project.id));
  const output = await anOutput(tx, project);
  await aVersion(tx, output, { name: "WP2: plan?.pdf" });
  const found = await archiveOf(tx, project.id);
  const index = found.get("index.html") ?? "";
  const linked = [...index.matchAll(/href="([^"]+)"/gu)].map(([, address = ""]) => decodeURIComponent(address));
  expect(linked).toEqual([...found.keys()].filter((name) => name !== "index.html"));
  expect(linked.at(-1)).toContain("WP2_ plan_.pdf");
  expect(index).toContain("Bridges &lt;b&gt;");
});
