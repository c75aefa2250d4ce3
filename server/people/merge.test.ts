import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect } from "vitest";
import { people } from "@/db/schema";
import { record } from "@/server/events/record";
import { registry } from "@/server/registry/registry";
import { callAs } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { anOrganisation, aPerson, aProject, noon } from "@/server/testing/factories";
import { erasePerson } from "./commands/erase-person";
import { mergePeople } from "./commands/merge-people";

test("no row refers to a merged account, except those that ended with it", async ({ tx }) => {
  const [from, to, asker] = [await aPerson(tx), await aPerson(tx), await aPerson(tx)];
  const { id: organisationId } = await anOrganisation(tx, { admins: [from.id] });
  await tx.execute(sql`insert into join_requests (id, organisation_id, person_id, status, decided_by, decided_at)
    values (gen_random_uuid(), ${organisationId}, ${asker.id}, 'accepted', ${from.id}, ${noon.toISOString()})`);
  await tx.execute(sql`insert into identities (id, person_id, issuer, subject)
    values (gen_random_uuid(), ${from.id}, 'https://login.example', ${from.id})`);
  await mergePeople(tx, noon, from.id, to.id);
  const left = [];
  for (const [table, { merge }] of Object.entries(registry)) {
    for (const column of merge.columns) {
      const rows = await tx.execute(
        sql`select 1 from ${sql.identifier(table)} where ${sql.identifier(column)} = ${from.id}`,
      );
      if (rows.length > 0) left.push(`${table}.${column}`);
    }
  }
  // The record is never changed: an alias leads to the account that remains.
  expect(left).toEqual(["person_aliases.from_person_id"]);
  const [request] = await tx.execute(
    sql`select decided_by from join_requests where organisation_id = ${organisationId} and person_id = ${asker.id}`,
  );
  expect(request).toEqual({ decided_by: to.id });
});

test("merged accounts are one person in the record; closing it leaves no name of either", async ({ tx }) => {
  const project = await aProject(tx);
  const [from, to] = [project.partner.contributor, await aPerson(tx)];
  const name = `Ariadne ${uuid()}`;
  await tx.update(people).set({ name }).where(eq(people.id, from));
  const manager = await callAs(project.partner.manager, tx);
  const { items } = await manager.projects.members({ slug: project.slug });
  const memberId = items.find((row) => row.personId === from)?.id ?? "";
  await manager.projects.setMemberRole({ memberId, role: "viewer" });
  const named = () =>
    tx.execute(sql`select data from activity where data::text like ${`%${name}%`}
    union all select to_jsonb(name) from people where name = ${name}`);
  await record(
    tx,
    { actor: null, personId: from, now: noon },
    { projectId: project.id },
    { type: "project.exported", data: {} },
  );
  expect(await named()).toHaveLength(1);
  const byThem = async (personId: string) =>
    (await manager.activity.list({ slug: project.slug, personId })).items.map((row) => [
      row.event?.type,
      row.person,
      row.personId,
    ]);
  const aboutThem = async () => (await manager.activity.list({ slug: project.slug })).items.map((row) => row.about);
  expect(await byThem(from)).toEqual([["project.exported", name, from]]);
  expect(await aboutThem()).toEqual([null, name]);
  await mergePeople(tx, noon, from, to.id);
  expect(await byThem(to.id)).toEqual([["project.exported", to.name, to.id]]);
  expect(await aboutThem()).toEqual([null, to.name]);
  const own = await (await callAs(to.id, tx)).people.exportMe();
  expect(JSON.stringify(own)).toContain("project.exported");
  const third = await aPerson(tx);
  await mergePeople(tx, noon, to.id, third.id);
  expect(await byThem(third.id)).toEqual([["project.exported", third.name, third.id]]);
  await erasePerson(tx, noon, third.id);
  expect(await byThem(third.id)).toEqual([["project.exported", null, third.id]]);
  expect(await aboutThem()).toEqual([null, null]);
  expect(await named()).toHaveLength(0);
});
