import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect } from "vitest";
import { activity, notifications, organisationPeople } from "@/db/schema";
import { addNotifications } from "@/server/notifications/commands/add-notifications";
import { callAs, everyRow, problemOf, watch } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aProject, noon } from "@/server/testing/factories";
import { aPractice } from "@/server/testing/work-factories";

type Tx = Parameters<typeof aProject>[0];

async function aStage(tx: Tx) {
  const project = await aProject(tx);
  const elsewhere = await aProject(tx);
  const practice = await aPractice(tx, project, { status: "published", title: "Open days" });
  const trying = elsewhere.partner;
  return {
    ...{ project, practice, trying },
    guest: await callAs(trying.contributor, tx),
    owner: await callAs(project.partner.contributor, tx),
    coordinator: await callAs(project.coordinator.manager, tx),
    start: { id: uuid(), practiceId: practice.id, organisationId: trying.organisationId, text: "May we try it?" },
  };
}

test("two organisations talk about a practice, and nobody else reads it", async ({ tx }) => {
  const { guest, owner, coordinator, trying, practice, start } = await aStage(tx);
  const begun = await watch(tx, () => guest.conversations.start(start));
  expect([begun.types, begun.jobNames]).toEqual([["conversation.started"], ["notify"]]);
  // In the record of the organisation that asks, not in that of the project.
  const [recorded] = await tx.select().from(activity).where(eq(activity.type, "conversation.started"));
  expect(recorded).toMatchObject({ projectId: null, organisationId: trying.organisationId });
  const again = await watch(tx, () => guest.conversations.start(start));
  expect(again.types).toEqual([]);
  const conversationId = start.id;

  const message = { id: uuid(), conversationId, text: "Gladly: begin with the second step." };
  expect((await watch(tx, () => owner.conversations.write(message))).types).toEqual(["conversation.message_added"]);
  expect((await watch(tx, () => owner.conversations.write(message))).types).toEqual([]);
  for (const api of [guest, owner]) {
    const { messages } = await api.conversations.get({ conversationId });
    expect(messages.items.map(({ text }) => text)).toEqual([message.text, start.text]);
    expect((await api.conversations.list({ practiceId: practice.id })).items).toMatchObject([{ id: conversationId }]);
  }
  // The coordinator is of the project, but of neither organisation.
  expect(await problemOf(coordinator.conversations.get({ conversationId }))).toBe("conversation.not_found");
  expect(await problemOf(coordinator.conversations.write({ ...message, id: uuid() }))).toBe("conversation.not_found");
  expect((await coordinator.conversations.list({})).items).toEqual([]);
});

test("people of both organisations are told, but not the one who wrote", async ({ tx }) => {
  const { guest, project, trying, start } = await aStage(tx);
  await guest.conversations.start(start);
  const [started] = await tx.select().from(activity).where(eq(activity.type, "conversation.started"));
  if (!started) throw new Error("Nothing was recorded.");
  const data = { conversationId: start.id, practiceId: start.practiceId, title: "Open days", name: "A" };
  const told = await addNotifications(tx, noon, started, { type: "conversation.started", data });
  const ids = told.map(({ personId }) => personId);
  expect(ids).toContain(project.partner.contributor);
  expect(ids).not.toContain(trying.contributor);
  expect(ids).not.toContain(project.coordinator.manager);
  const stored = await tx.select().from(notifications).where(eq(notifications.activityId, started.id));
  expect(new Set(stored.map(({ why }) => why))).toEqual(new Set(["conversation"]));
});

test("either side closes a conversation, and only the side that blocked it opens it again", async ({ tx }) => {
  const { guest, owner, start } = await aStage(tx);
  await guest.conversations.start(start);
  const conversationId = start.id;
  const write = (api: typeof guest) =>
    problemOf(api.conversations.write({ id: uuid(), conversationId, text: "Hello" }));
  await guest.conversations.close({ conversationId });
  expect([await write(guest), await write(owner)]).toEqual(Array(2).fill("conversation.wrong_state"));
  await owner.conversations.reopen({ conversationId });
  expect(await write(guest)).toBe("");

  const blocked = await watch(tx, () => owner.conversations.block({ conversationId }));
  expect(blocked.types).toEqual(["conversation.moved"]);
  expect(await write(guest)).toBe("conversation.wrong_state");
  expect(await problemOf(guest.conversations.reopen({ conversationId }))).toBe("conversation.wrong_state");
  expect(await guest.conversations.get({ conversationId })).toMatchObject({ can: { "conversation.reopen": false } });
  expect(await problemOf(guest.conversations.start({ ...start, id: uuid() }))).toBe("conversation.exists");
  await owner.conversations.reopen({ conversationId });
  expect(await write(guest)).toBe("");
});

test("a conversation is about a public practice of another organisation, for an own one", async ({ tx }) => {
  const { guest, owner, project, trying, start } = await aStage(tx);
  const draft = await aPractice(tx, project);
  const starting = (api: typeof guest, parts: Partial<typeof start>) =>
    problemOf(api.conversations.start({ ...start, id: uuid(), ...parts }));
  expect(await starting(guest, { practiceId: draft.id })).toBe("practice.not_found");
  expect(await starting(guest, { organisationId: project.partner.organisationId })).toBe("forbidden");
  expect(await starting(owner, { organisationId: project.partner.organisationId })).toBe("conversation.own_practice");
  expect(await starting(guest, { text: " " })).toBe("input.invalid");
  await guest.conversations.start(start);
  expect(await starting(guest, {})).toBe("conversation.exists");
  // Whoever leaves the organisation no longer reads it.
  await tx.delete(organisationPeople).where(eq(organisationPeople.personId, trying.contributor));
  const gone = await callAs(trying.contributor, tx);
  expect(await problemOf(gone.conversations.get({ conversationId: start.id }))).toBe("conversation.not_found");
});

test("lists hold each conversation and each message once over all pages", async ({ tx }) => {
  const { guest, owner, project, start } = await aStage(tx);
  await guest.conversations.start(start);
  const texts = Array.from({ length: 60 }, (_, index) => `Message ${index}`);
  for (const text of texts) await owner.conversations.write({ id: uuid(), conversationId: start.id, text });
  const messages = await everyRow(async (cursor) => {
    return (await guest.conversations.get({ conversationId: start.id, cursor })).messages;
  });
  expect(new Set(messages.rows.map(({ text }) => text)).size).toBe(texts.length + 1);
  for (let count = 0; count < 27; count += 1) {
    const { id: practiceId } = await aPractice(tx, project, { status: "published" });
    if (count < 18) await guest.conversations.start({ ...start, id: uuid(), practiceId });
  }
  const listed = await everyRow((cursor) => guest.conversations.list({ cursor }));
  expect(new Set(listed.rows.map(({ id }) => id)).size).toBe(19);
});
