import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import { callAs, everyRow, problemOf, refusalOf, watch } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { anOrganisation, aPerson } from "@/server/testing/factories";

const record = (values: { legalName?: string; oid?: string; pic?: string; country?: string } = {}) => ({
  legalName: `Szkoła ${uuid()}`,
  country: "PL",
  city: "Łódź",
  type: "school" as const,
  website: "example.org",
  ...values,
});

describe("registering an organisation", () => {
  test("makes its first person the admin, once for a repeated id", async ({ tx }) => {
    const person = await aPerson(tx);
    const api = await callAs(person.id, tx);
    const form = { id: uuid(), ...record({ oid: " e 1234 5678", pic: "987 654 321", country: "UK" }) };
    const made = await watch(tx, () => api.organisations.create(form));
    expect(made.types).toEqual(["organisation.created"]);
    expect((await watch(tx, () => api.organisations.create(form))).types).toEqual([]);
    expect(await (await callAs(person.id, tx)).organisations.get({ organisationId: form.id })).toMatchObject({
      oid: "E12345678",
      pic: "987654321",
      country: "GB",
      website: "https://example.org",
      can: { "organisation.edit": true },
    });
  });

  test.for([
    [{ oid: "12345678" }, "organisation.oid_invalid"],
    [{ pic: "12345" }, "organisation.pic_invalid"],
    [{ country: "Atlantis" }, "organisation.country_unknown"],
  ] as const)("refuses %j", async ([values, message], { tx }) => {
    const api = await callAs((await aPerson(tx)).id, tx);
    const refused = await api.organisations
      .create({ id: uuid(), ...record(values) })
      .then(() => "")
      .catch(String);
    expect(refused).toContain(message);
  });

  test("offers the organisation of that country that is probably the same", async ({ tx }) => {
    const api = await callAs((await aPerson(tx)).id, tx);
    const existing = await anOrganisation(tx, {
      name: "Fundacja Otwarta Szkoła Łódź",
      country: "PL",
      oid: "E11112222",
    });
    await anOrganisation(tx, { name: "Fundacja Otwarta Szkoła Łódź", country: "PL", claimed: false });
    const same = { id: uuid(), ...record({ legalName: "FUNDACJA Otwarta Szkola - Lodz" }) };
    expect(await refusalOf(api.organisations.create(same))).toMatchObject({
      problem: "organisation.likely_duplicate",
      data: { current: [{ id: existing.id }] },
    });
    expect(await problemOf(api.organisations.create({ ...same, country: "CZ" }))).toBe("");
    const another = { ...same, id: uuid(), isAnother: true };
    expect(await problemOf(api.organisations.create({ ...another, oid: "E11112222" }))).toBe("organisation.oid_taken");
    expect(await problemOf(api.organisations.create(another))).toBe("");
  });
});

test.for([
  ["GR", "Ινστιτούτο Επαγγελματικής Κατάρτισης Θερμαϊκού", "Ινστιτουτο Επαγγελματικης Καταρτησης Θερμαικου"],
  ["BG", "Народно читалище „Светлина“ Пловдив", "НАРОДНО ЧИТАЛИЩЕ СВЕТЛИНА - Пловдив"],
] as const)(
  "offers an organisation with a similar name in any script: %s",
  async ([country, legalName, again], { tx }) => {
    const api = await callAs((await aPerson(tx)).id, tx);
    const existing = await anOrganisation(tx, { name: legalName, country });
    await anOrganisation(tx, { name: country === "GR" ? "Γυμνάσιο Λάρισας" : "Основно училище Варна", country });
    expect(
      await refusalOf(api.organisations.create({ id: uuid(), ...record({ legalName: again, country }) })),
    ).toMatchObject({
      problem: "organisation.likely_duplicate",
      data: { current: [{ id: existing.id }] },
    });
  },
);

test("returns the current row on a concurrent edit, and keeps identifiers unique", async ({ tx }) => {
  const person = await aPerson(tx);
  const { id: organisationId } = await anOrganisation(tx, { admins: [person.id] });
  await anOrganisation(tx, { oid: "E33334444", pic: "111222333" });
  const api = await callAs(person.id, tx);
  const change = { organisationId, revision: 1, ...record() };
  expect(await problemOf(api.organisations.update({ ...change, oid: "E33334444" }))).toBe("organisation.oid_taken");
  expect(await problemOf(api.organisations.update({ ...change, pic: "111222333" }))).toBe("organisation.pic_taken");
  expect((await watch(tx, () => api.organisations.update(change))).types).toEqual(["organisation.updated"]);
  expect(await refusalOf(api.organisations.update({ ...change, city: "Kraków" }))).toMatchObject({
    problem: "organisation.changed",
    data: { current: { city: "Łódź", revision: 2 } },
  });
});

test("signed-in people find organisations, but neither their people nor organisations that exist only in an invitation", async ({
  tx,
}) => {
  const inside = await aPerson(tx);
  const { id } = await anOrganisation(tx, {
    admins: [inside.id],
    name: "Εσπερινό Λύκειο Βόλου 100%",
    pic: "555666777",
  });
  await anOrganisation(tx, { name: "Εσπερινό Λύκειο Βόλου 100%", claimed: false });
  const api = await callAs((await aPerson(tx)).id, tx);
  for (const text of ["εσπερινο λυκειο", "555 666 777", "ΒΌΛΟΥ 100"]) {
    expect((await api.organisations.search({ text })).map((row) => row.id)).toEqual([id]);
  }
  expect(JSON.stringify(await api.organisations.search({ text: "εσπερινο" }))).not.toContain(inside.name);
  expect(await problemOf(api.organisations.get({ organisationId: id }))).toBe("organisation.not_found");
  expect(await problemOf(api.organisations.people({ organisationId: id }))).toBe("organisation.not_found");
});

test("lists the people of an organisation once over all pages, with their addresses", async ({ tx }) => {
  const people = [];
  for (let i = 0; i < 27; i += 1) people.push(await aPerson(tx, { name: `Same ${i % 3}` }));
  const ids = people.map((person) => person.id);
  const { id: organisationId } = await anOrganisation(tx, { admins: ids.slice(0, 1), members: ids.slice(1) });
  const api = await callAs(ids[0] ?? "", tx);
  const { rows, pages } = await everyRow((cursor) => api.organisations.people({ organisationId, cursor }));
  expect([pages, new Set(rows.map((row) => row.personId)).size]).toEqual([2, 27]);
  expect(rows.every((row) => row.address?.includes("@"))).toBe(true);
});

describe("requests to join", () => {
  test("are decided once by the admins", async ({ tx }) => {
    const [admin, member, asker] = [await aPerson(tx), await aPerson(tx), await aPerson(tx)];
    const { id: organisationId } = await anOrganisation(tx, { admins: [admin.id], members: [member.id] });
    const api = await callAs(asker.id, tx);
    const requested = await watch(tx, () => api.organisations.requestToJoin({ organisationId }));
    expect([requested.types, requested.jobNames]).toEqual([["organisation.join_requested"], ["notify"]]);
    expect((await watch(tx, () => api.organisations.requestToJoin({ organisationId }))).types).toEqual([]);
    expect(await api.organisations.myJoinRequests()).toHaveLength(1);
    expect(await (await callAs(member.id, tx)).organisations.joinRequests()).toEqual([]);
    const deciding = await callAs(admin.id, tx);
    const [request] = await deciding.organisations.joinRequests();
    const requestId = request?.id ?? "";
    expect(request).toMatchObject({ address: asker.address, confirmed: true });
    expect(
      await problemOf((await callAs(member.id, tx)).projects.resolveJoinRequest({ requestId, accept: true })),
    ).toBe("forbidden");
    const declined = await watch(tx, () => deciding.projects.resolveJoinRequest({ requestId, accept: false }));
    expect([declined.types, declined.jobNames]).toEqual([["organisation.join_decided"], ["notify"]]);
    expect(await (await callAs(asker.id, tx)).organisations.mine()).toEqual([]);
    await api.organisations.requestToJoin({ organisationId });
    const [second] = await deciding.organisations.joinRequests();
    await deciding.projects.resolveJoinRequest({ requestId: second?.id ?? "", accept: true });
    const inside = await callAs(asker.id, tx);
    expect(await inside.organisations.mine()).toMatchObject([{ id: organisationId, role: "member" }]);
    expect(await problemOf(inside.organisations.requestToJoin({ organisationId }))).toBe("organisation.already_member");
  });

  test("are refused for an unknown organisation", async ({ tx }) => {
    const api = await callAs((await aPerson(tx)).id, tx);
    const named = await anOrganisation(tx, { claimed: false });
    for (const organisationId of [uuid(), named.id]) {
      expect(await problemOf(api.organisations.requestToJoin({ organisationId }))).toBe("organisation.not_found");
    }
  });
});

test("an organisation keeps at least one admin", async ({ tx }) => {
  const [admin, member] = [await aPerson(tx), await aPerson(tx)];
  const { id: organisationId } = await anOrganisation(tx, { admins: [admin.id], members: [member.id] });
  const api = await callAs(admin.id, tx);
  const step = { organisationId, personId: admin.id, role: "member" as const };
  expect(await problemOf(api.organisations.setRole(step))).toBe("organisation.last_admin");
  expect(await problemOf(api.organisations.setRole({ ...step, personId: uuid() }))).toBe("member.not_found");
  const raised = await watch(tx, () => api.organisations.setRole({ ...step, personId: member.id, role: "admin" }));
  expect(raised.types).toEqual(["organisation.role_changed"]);
  expect(await problemOf(api.organisations.setRole(step))).toBe("");
});
