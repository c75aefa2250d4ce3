import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { people } from "@/db/schema";
import { pagePersonHeader } from "@/domain/page-person";
import { callAs, problemOf, refusalOf } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aPerson } from "@/server/testing/factories";
import { handleTrpc } from "./http";

describe("a page that was rendered for another person than the one who is signed in", () => {
  test("cannot write, and hears who is signed in", async ({ tx }) => {
    const [ana, ben] = [await aPerson(tx, { name: "Ana Ruiz" }), await aPerson(tx, { name: "Ben Maas" })];
    const stale = await callAs(ben.id, tx, { pagePerson: ana.id });
    const refused = await refusalOf(stale.people.updateProfile({ name: "Ana Ruiz Gil", locale: "es" }));
    expect(refused).toMatchObject({ code: "CONFLICT", problem: "person.other", data: { name: "Ben Maas" } });
    const [row] = await tx.select({ name: people.name }).from(people).where(eq(people.id, ben.id));
    expect(row?.name).toBe("Ben Maas");
  });

  test("cannot call public mutations either", async ({ tx }) => {
    const ben = await aPerson(tx);
    const stale = await callAs(ben.id, tx, { pagePerson: randomUUID() });
    expect(await problemOf(stale.people.mailResetLink({ email: "someone@school.example" }))).toBe("person.other");
  });

  test("can read, because reading changes nothing", async ({ tx }) => {
    const ben = await aPerson(tx);
    const stale = await callAs(ben.id, tx, { pagePerson: randomUUID() });
    expect(await problemOf(stale.people.me())).toBe("");
  });

  test("can write when it was rendered for the person who is signed in", async ({ tx }) => {
    const ben = await aPerson(tx);
    const own = await callAs(ben.id, tx, { pagePerson: ben.id });
    expect(await problemOf(own.people.updateProfile({ name: "Ben Maas", locale: "en" }))).toBe("");
  });
});

it("a request without a session hears that it is signed out, not that somebody else is signed in", async () => {
  const request = new NextRequest("http://localhost:3000/api/trpc/people.updateProfile", {
    method: "POST",
    headers: { "content-type": "application/json", [pagePersonHeader]: randomUUID() },
    body: JSON.stringify({ json: { name: "Ana", locale: "en" } }),
  });
  const answer = await handleTrpc(request);
  expect(await answer.json()).toMatchObject({ error: { json: { data: { problem: "person.signed_out" } } } });
});
