import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { hashToken, mailedToken } from "@/server/auth/tokens";
import { payloads } from "@/server/jobs/payloads";
import { sendMail } from "@/server/mail/send";
import { race } from "@/server/testing/barrier";
import { callAs, problemOf, runLinkJobs, watch } from "@/server/testing/caller";
import { ownDatabase, test } from "@/server/testing/db";
import { anAddress, anInvitedParticipation, aPerson, aProject, noon } from "@/server/testing/factories";
import { fromHere } from "@/server/testing/session";
import { mailToken } from "./commands/issue-token";
import { signInByLink } from "./commands/sign-in";

const password = "a lamp in the window";

/** Issues a link of each kind to the person. */
async function openLinks(db: Db, person: Awaited<ReturnType<typeof aPerson>>) {
  const made = { reset: uuid(), otherReset: uuid(), sign_in: uuid(), otherSignIn: uuid() };
  const to = { personId: person.id, addressId: person.addressId, address: person.address, name: "", locale: "en" };
  for (const [name, id] of Object.entries(made)) {
    await mailToken(db, noon, to, name.toLowerCase().includes("reset") ? "reset" : "sign_in", { id });
  }
  return Object.fromEntries(Object.entries(made).map(([name, id]) => [name, mailedToken(id).raw])) as Record<
    keyof typeof made,
    string
  >;
}

describe("redeeming a link invalidates all other reset and sign-in links of the person", () => {
  test("after a reset", async ({ tx }) => {
    const links = await openLinks(tx, await aPerson(tx));
    const everyone = await callAs(null, tx);
    await everyone.people.resetPassword({ token: links.reset, password });
    expect(await problemOf(everyone.people.resetPassword({ token: links.otherReset, password }))).toBe(
      "person.token_invalid",
    );
    expect(await signInByLink(tx, { token: links.sign_in, ...fromHere })).toBeNull();
  });

  test("after a sign-in, without affecting other people", async ({ tx }) => {
    const other = await openLinks(tx, await aPerson(tx));
    const links = await openLinks(tx, await aPerson(tx));
    const everyone = await callAs(null, tx);
    expect(await signInByLink(tx, { token: links.sign_in, ...fromHere })).not.toBeNull();
    expect(await signInByLink(tx, { token: links.otherSignIn, ...fromHere })).toBeNull();
    expect(await problemOf(everyone.people.resetPassword({ token: links.reset, password }))).toBe(
      "person.token_invalid",
    );
    expect(await signInByLink(tx, { token: other.sign_in, ...fromHere })).not.toBeNull();
  });

  test("when two are redeemed at the same time", async () => {
    const own = await ownDatabase();
    const person = await aPerson(own.db);
    const links = await openLinks(own.db, person);
    const everyone = await callAs(null, own.db);
    const reset = (token: string) => () => problemOf(everyone.people.resetPassword({ token, password }));
    const lock = sql`select id from people where id = ${person.id} for update`;
    const outcomes = await race(own.db, lock, [reset(links.reset), reset(links.otherReset)]);
    expect(outcomes.sort()).toEqual(["", "person.token_invalid"]);
    await own.close();
  });
});

const textsIn = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

test("jobs hold no usable token", async ({ tx }) => {
  const person = await aPerson(tx);
  const project = await aProject(tx);
  const everyone = await callAs(null, tx);
  const manager = await callAs(project.coordinator.manager, tx);
  const { participationId } = await anInvitedParticipation(tx, project);
  const requested = await watch(tx, async () => {
    await everyone.people.signUp({ id: uuid(), name: "Niki", email: anAddress(), password });
    await everyone.people.mailResetLink({ email: person.address });
    await everyone.people.mailSignInLink({ email: person.address });
    await manager.people.addAddress({ email: anAddress() });
    await manager.projects.invitePeople({ participationId, emails: [anAddress()], role: "viewer", message: "" });
    const { items } = await manager.projects.invitations({ slug: project.slug });
    await manager.projects.resendInvitation({ invitationId: items[0]?.id ?? "" });
  });
  const jobs = [...requested.jobs, ...(await runLinkJobs(tx, requested.jobs))];
  const templates = jobs.flatMap(({ payload }) => payload.template ?? []);
  expect(templates).toEqual(expect.arrayContaining(["confirm", "reset", "sign_in", "invitation"]));
  const tokens = await tx.execute<{ hash: string }>(
    sql`select hash from person_tokens union all select hash from invitation_tokens`,
  );
  const hashes = new Set(tokens.map(({ hash }) => hash));
  expect(hashes.size).toBeGreaterThan(5);
  expect(jobs.flatMap(({ payload }) => textsIn(payload)).filter((text) => hashes.has(hashToken(text)))).toEqual([]);
});

test("the link in the e-mail is valid, and a retry sends the same one", async ({ tx }) => {
  const person = await aPerson(tx);
  const everyone = await callAs(null, tx);
  const requested = await watch(tx, () => everyone.people.mailResetLink({ email: person.address }));
  const [job] = await runLinkJobs(tx, requested.jobs);
  const payload = payloads.send_mail.parse(job?.payload);
  const links = [];
  for (const dedupeKey of ["first", "retry"]) {
    await sendMail(tx, noon, { ...payload, dedupeKey });
    const [mail] = await tx.execute<{ text: string }>(sql`select text from mails where dedupe_key = ${dedupeKey}`);
    links.push(/\/reset\/([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "");
  }
  expect(links[0]).toBe(links[1]);
  await everyone.people.resetPassword({ token: links[0] ?? "", password });
});
