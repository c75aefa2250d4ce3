import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect } from "vitest";
import type { Db } from "@/db/client";
import { mails, people } from "@/db/schema";
import { verifyActivity } from "@/server/activity/verify";
import { sealActivity } from "@/server/events/seal";
import { projectEntries } from "@/server/files/project-archive";
import type { Storage } from "@/server/files/storage";
import { payloads } from "@/server/jobs/payloads";
import { notify } from "@/server/mail/notify";
import { sendMail } from "@/server/mail/send";
import { callAs, watch } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aMember, aPerson, aProject, noon, type TestProject } from "@/server/testing/factories";
import { anOutput, aVersion } from "@/server/testing/work-factories";
import { erasePerson } from "./commands/erase-person";

const storage: Pick<Storage, "read"> = { read: () => Promise.resolve(Readable.from(["content"])) };

/** The person submits an output for review, is asked for a review, and gets another role. */
async function actIn(tx: Db, project: TestProject, person: string) {
  const { partner, other, coordinator } = project;
  const memberId = await aMember(
    tx,
    { projectId: project.id, participationId: partner.participationId },
    person,
    "viewer",
  );
  const manager = await callAs(partner.manager, tx);
  await manager.projects.setMemberRole({ memberId, role: "contributor" });
  const output = await anOutput(tx, project);
  const version = await aVersion(tx, output);
  const reviewerIds = [other.contributor];
  await (
    await callAs(person, tx)
  ).reviews.submit({ id: uuid(), outputId: output.id, versionIds: [version.id], reviewerIds });
  const led = await anOutput(tx, project, { lead: other });
  const theirs = await aVersion(tx, led);
  const asked = { outputId: led.id, versionIds: [theirs.id], reviewerIds: [person] };
  await (await callAs(other.contributor, tx)).reviews.submit({ id: uuid(), ...asked });
  return { reader: coordinator.manager, output };
}

/** Sends the e-mails about all events so far; their jobs stay in the queue. */
async function mailAll(tx: Db): Promise<void> {
  const sent = await watch(tx, async () => {
    for (const { id } of await tx.execute<{ id: string }>(sql`select id::text from activity order by id`)) {
      await notify(tx, noon, id);
    }
  });
  for (const job of sent.jobs) await sendMail(tx, noon, payloads.send_mail.parse(job.payload));
}

async function everythingOthersSee(tx: Db, projects: TestProject[], readers: string[]): Promise<string> {
  const seen: unknown[] = [];
  for (const [index, project] of projects.entries()) {
    const reader = await callAs(readers[index] ?? "", tx);
    seen.push(
      await reader.activity.list({ slug: project.slug }),
      await reader.projects.overview({ slug: project.slug }),
    );
    for await (const { content } of projectEntries(tx, storage as Storage, project.id)) {
      const entry = await content();
      seen.push(typeof entry === "string" ? entry : await text(entry));
    }
    for (const side of [project.coordinator, project.partner, project.other]) {
      seen.push(await (await callAs(side.manager, tx)).people.exportMe());
      seen.push(await (await callAs(side.contributor, tx)).people.exportMe());
    }
  }
  seen.push(await tx.select().from(mails), await tx.execute(sql`select payload from graphile_worker._private_jobs`));
  return JSON.stringify(seen);
}

test("a person who acted in three projects is named nowhere after erasure, and every chain is whole", async ({
  tx,
}) => {
  const person = await aPerson(tx, { name: `Ariadne ${uuid()}` });
  const projects = [await aProject(tx), await aProject(tx), await aProject(tx)];
  const acted = [];
  for (const project of projects) acted.push(await actIn(tx, project, person.id));
  const readers = acted.map(({ reader }) => reader);
  await mailAll(tx);
  await sealActivity(tx);
  const before = await everythingOthersSee(tx, projects, readers);
  expect(before.split(person.name).length).toBeGreaterThan(20);

  await erasePerson(tx, noon, person.id);
  const after = await everythingOthersSee(tx, projects, readers);
  expect(after.includes(person.name)).toBe(false);
  await tx.delete(mails);
  await mailAll(tx);
  const kept = await tx.select({ text: mails.text }).from(mails);
  expect(kept.filter(({ text: words }) => words?.includes("A former member of ")).length).toBeGreaterThan(0);

  await sealActivity(tx);
  const [left] = await tx.select().from(people).where(eq(people.id, person.id));
  expect(left?.name).toBe("");
  expect(await verifyActivity(tx, {}, () => undefined)).toBe(0);
});
