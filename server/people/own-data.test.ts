import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect } from "vitest";
import type { Db } from "@/db/client";
import { addresses, mails, people, projectDrafts, rateLimits, sessions, uploads } from "@/db/schema";
import { sendMail } from "@/server/mail/send";
import { limit } from "@/server/rate-limit";
import { callAs, watch } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { anAddress, anInvitation, aPassword, aProject, noon, type TestProject } from "@/server/testing/factories";
import { anOutput, aPractice, aSubmission, aVersion } from "@/server/testing/work-factories";

/** A contributor with a unique name who has performed every kind of action. */
async function aBusyPerson(tx: Db, project: TestProject) {
  const { contributor: personId, organisationId, participationId } = project.partner;
  const [name, second] = [`Ariadne ${uuid()}`, anAddress()];
  await tx.update(people).set({ name, seenAt: noon }).where(eq(people.id, personId));
  const [own] = await tx.select().from(addresses).where(eq(addresses.personId, personId));
  const address = own?.address ?? "";
  const output = await anOutput(tx, project);
  const version = await aVersion(tx, output, { name: "My draft.pdf" });
  const theirs = await anOutput(tx, project, { lead: project.other });
  const reviewer = { personId, organisationId };
  const submission = await aSubmission(tx, theirs, [await aVersion(tx, theirs)], [reviewer]);
  const api = await callAs(personId, tx);
  await api.reviews.give({ reviewId: submission.reviewIds[0] ?? "", verdict: "approve", comment: "My judgement." });
  await api.comments.add({
    id: uuid(),
    subject: { type: "submission", id: submission.id },
    text: "My remark.",
    visibility: "everyone",
  });
  await aPractice(tx, project, { title: "My practice" });
  await api.people.addAddress({ email: second });
  await tx.insert(projectDrafts).values({ id: uuid(), personId, data: { title: "My plan" } });
  const { id: invitationId } = await anInvitation(tx, project, { participationId, address });
  await tx.execute(sql`update invitations set status = 'declined', decided_by = ${personId}, decline_reason = 'My reason'
    where id = ${invitationId}`);
  const letter = { template: "confirm", locale: "en", props: { name, token: "t", minutes: 5 } };
  await sendMail(tx, noon, { ...letter, dedupeKey: uuid(), address, personId });
  await tx.insert(uploads).values({
    id: uuid(),
    projectId: project.id,
    outputId: output.id,
    personId,
    organisationId,
    name: "My next draft.pdf",
    sizeBytes: 5,
    expiresAt: new Date(noon.getTime() + 86_400_000),
  });
  const device = { browser: "Firefox", system: "Linux", verifiedAt: noon, lastSeenAt: noon };
  await tx.insert(sessions).values({ id: uuid(), personId, ...device });
  const manager = await callAs(project.partner.manager, tx);
  const { items } = await manager.projects.members({ slug: project.slug });
  const memberId = items.find((row) => row.personId === personId)?.id ?? "";
  await manager.projects.setMemberRole({ memberId, role: "contributor" });
  return { personId, name, address, second, output, version, letter };
}

test("the data export of a person contains everything they entered and did", async ({ tx }) => {
  const project = await aProject(tx);
  const person = await aBusyPerson(tx, project);
  const copy = await (await callAs(person.personId, tx)).people.exportMe();
  const parts = JSON.parse(JSON.stringify(copy)) as Record<string, Record<string, unknown>[]>;
  expect(parts).toMatchObject({
    profile: [{ name: person.name, locale: "en" }],
    memberships: [{ organisation: project.partner.name, role: "member" }],
    projects: [{ organisation: project.partner.name, role: "contributor", until: null }],
    drafts: [{ data: { title: "My plan" } }],
    invitationsAnswered: [{ address: person.address, status: "declined", decline_reason: "My reason" }],
    uploads: [{ name: "My draft.pdf", number: 1, size_bytes: 7, sha256: person.version.sha256 }],
    reviews: [{ verdict: "approve", comment: "My judgement." }],
    comments: [{ text: "My remark." }],
    practices: [{ title: "My practice" }],
    unfinishedUploads: [{ name: "My next draft.pdf", size_bytes: 5 }],
    devices: [{ browser: "Firefox", system: "Linux", ended_at: null }],
    mails: [{ template: "confirm", address: person.address }],
  });
  expect(parts["addresses"]?.map((row) => row["address"]).sort()).toEqual([person.address, person.second].sort());
  expect(parts["activity"]?.map((row) => row["type"])).toEqual([
    "person.profile_changed",
    "comment.added",
    "review.given",
  ]);
});

/** Every text of every table that may hold a person's data, counters by their key. */
async function allStoredText(tx: Db): Promise<string> {
  const tables = await tx.execute<{ name: string }>(sql`select quote_ident(table_name) as name
    from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`);
  const stored = [];
  for (const { name } of tables) {
    const rows = await tx.execute<{ text: string }>(sql`select t::text as text from ${sql.raw(name)} t`);
    stored.push(...rows.map((row) => `${name} ${row.text}`));
  }
  return stored.join("\n");
}

test("closing an account erases its names, addresses, tokens, drafts and counters", async ({ tx }) => {
  const project = await aProject(tx);
  const person = await aBusyPerson(tx, project);
  await limit("mailAddress", person.address);
  const before = await allStoredText(tx);
  for (const one of [person.name, person.address, person.second, "My plan", "My next draft.pdf"]) {
    expect(before).toContain(one);
  }
  const { jobs } = await watch(tx, async () => {
    await (await callAs(person.personId, tx)).people.closeAccount({ password: aPassword });
  });
  expect(jobs).toEqual([]);
  const after = await allStoredText(tx);
  for (const one of [person.name, person.address, person.second, "My plan", "My next draft.pdf"]) {
    expect(after).not.toContain(one);
  }
  const hashed = (key: string) => createHash("sha256").update(key).digest("base64url");
  for (const key of [person.personId, person.address]) {
    expect(await tx.$count(rateLimits, sql`${rateLimits.key} like ${`%${hashed(key)}`}`)).toBe(0);
  }
  const tokens = await tx.execute(sql`select 1 from person_tokens where person_id = ${person.personId}
    union all select 1 from identities where person_id = ${person.personId}`);
  expect(tokens).toHaveLength(0);

  const manager = await callAs(project.partner.manager, tx);
  const { items } = await manager.outputs.files({ outputId: person.output.id });
  expect(items).toMatchObject([{ person: null, organisation: { id: project.partner.organisationId } }]);
  await sendMail(tx, noon, { ...person.letter, dedupeKey: uuid(), address: person.address, personId: person.personId });
  expect(await tx.$count(mails, eq(mails.address, person.address))).toBe(0);
});
