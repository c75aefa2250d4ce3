import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Db } from "@/db/client";
import { organisations } from "@/db/schema";
import { race } from "@/server/testing/barrier";
import { callAs, problemOf, refusalOf, watch } from "@/server/testing/caller";
import { ownDatabase, test } from "@/server/testing/db";
import { anInvitation, anInvitedParticipation, anOrganisation, aPerson, aProject } from "@/server/testing/factories";

const school = { legalName: "Istituto Comprensivo Statale Rossi", city: "Bari", type: "school" as const, oid: null };

/** A project with an invited organisation, and its coordinator. */
async function invited(db: Db) {
  const project = await aProject(db);
  const { participationId, organisationId } = await anInvitedParticipation(db, project);
  const { token } = await anInvitation(db, project, { participationId });
  const coordinator = await callAs(project.coordinator.manager, db);
  const about = { participationId, revision: 1 };
  const row = async () =>
    (await coordinator.projects.participations({ slug: project.slug })).find(({ id }) => id === participationId);
  return { project, organisationId, token, coordinator, about, row };
}

test("name, city, type and OID of an invited organisation are corrected, on its invitation page too, with one event", async ({
  tx,
}) => {
  const { organisationId, token, coordinator, about, row } = await invited(tx);
  const input = { ...about, ...school, oid: "e 1001 2345" };
  const { events } = await watch(tx, () => coordinator.projects.correctOrganisation(input));
  const fields = ["legalName", "city", "oid"];
  expect(events).toMatchObject([
    { type: "participation.organisation_corrected", data: { name: school.legalName, organisationId, fields } },
  ]);
  const corrected = { ...school, oid: "E10012345", shortName: "ICSR" };
  expect(await row()).toMatchObject({ ...corrected, organisationRevision: 2 });
  const { legalName, city, type } = school;
  expect(await (await callAs(null, tx)).projects.invitation({ token })).toMatchObject({ legalName, city, type });
  const repeated = await watch(tx, () => coordinator.projects.correctOrganisation({ ...input, revision: 2 }));
  expect(repeated.types).toEqual([]);
  await coordinator.projects.correctOrganisation({ ...about, revision: 2, legalName: "Scuola", city: "", type: null });
  expect(await row()).toMatchObject({ legalName: "Scuola", city: null, type: null, oid: null });
});

test("a correction based on an older revision is refused with the current details", async ({ tx }) => {
  const { coordinator, about } = await invited(tx);
  await coordinator.projects.correctOrganisation({ ...about, ...school });
  const late = await refusalOf(coordinator.projects.correctOrganisation({ ...about, ...school, city: "Lecce" }));
  expect(late).toMatchObject({ problem: "organisation.changed", data: { current: { ...school, revision: 2 } } });
});

test("an organisation is not corrected to the name or OID of another one in the project", async ({ tx }) => {
  const { project, coordinator, about } = await invited(tx);
  const other = await anInvitedParticipation(tx, project);
  const twin = { legalName: "Scuola Verdi", nameKey: "scuola verdi", country: "IT", oid: "E10099999" };
  await tx.update(organisations).set(twin).where(eq(organisations.id, other.organisationId));
  const correct = (change: Partial<typeof school> | { oid: string }) =>
    problemOf(coordinator.projects.correctOrganisation({ ...about, ...school, ...change }));
  expect(await correct({ legalName: "SCUOLA VERDI" })).toBe("project.already_in");
  expect(await correct({ oid: twin.oid })).toBe("project.already_in");
  expect(await correct({})).toBe("");
});

test("an organisation that is registered is corrected by its own people only", async ({ tx }) => {
  const { project, coordinator, about, token, row } = await invited(tx);
  expect((await row())?.can["organisation.correct"]).toBe(true);
  const newcomer = await callAs((await aPerson(tx)).id, tx);
  const organisation = { ...school, country: "IT", pic: null, website: null };
  await newcomer.projects.accept({ token, organisation });
  expect((await row())?.can["organisation.correct"]).toBe(false);
  expect(await problemOf(coordinator.projects.correctOrganisation({ ...about, ...school }))).toBe(
    "organisation.registered",
  );
  const known = await anOrganisation(tx, { admins: [(await aPerson(tx)).id] });
  const { participationId } = await anInvitedParticipation(tx, project, { organisationId: known.id });
  expect(await problemOf(coordinator.projects.correctOrganisation({ participationId, revision: 1, ...school }))).toBe(
    "organisation.registered",
  );
});

test("of a correction and an acceptance at the same time, the organisation keeps what its own person entered", async () => {
  const { db, close } = await ownDatabase();
  for (const acceptsFirst of [true, false]) {
    const { coordinator, about, token, row } = await invited(db);
    const newcomer = await callAs((await aPerson(db)).id, db);
    const legalName = `Liceo ${String(acceptsFirst)}`;
    const organisation = { ...school, legalName, country: "IT", pic: null, website: null };
    const correct = () => problemOf(coordinator.projects.correctOrganisation({ ...about, ...school }));
    const accept = () => problemOf(newcomer.projects.accept({ token, organisation, isAnother: true }));
    const lock = sql`select from participations where id = ${about.participationId} for update`;
    const outcomes = await race(db, lock, acceptsFirst ? [accept, correct] : [correct, accept]);
    expect(outcomes.filter((problem) => !["", "organisation.registered"].includes(problem))).toEqual([]);
    expect(await row()).toMatchObject({ legalName, registered: true });
  }
  await close();
});
