import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect } from "vitest";
import { mails } from "@/db/schema";
import { defaultSettings } from "@/domain/notifications";
import { sendMail } from "@/server/mail/send";
import { stopUrl } from "@/server/mail/stop";
import { callAs, problemOf } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { anAddress, aPerson, noon } from "@/server/testing/factories";

const off = { asked: "never", news: "never", comments: "never" } as const;

const news = (address: string) => ({
  dedupeKey: uuid(),
  template: "news",
  address,
  locale: "en",
  props: {
    what: "task_added",
    path: "/home",
    by: null,
    values: { title: "Posters", project: "ROOTS", organisation: "Escuela" },
    quote: "",
  },
});

test("e-mails about activity stop by their link without a sign-in, and start again in the account", async ({ tx }) => {
  const person = await aPerson(tx);
  const api = await callAs(person.id, tx);
  const sent = async () => {
    await sendMail(tx, noon, news(person.address));
    return (await tx.select().from(mails).where(eq(mails.address, person.address))).length;
  };
  expect(await api.notifications.settings()).toEqual(defaultSettings);
  expect(await sent()).toBe(1);
  const [, token = ""] = stopUrl(person.address, "news").split("/stop/");
  const [mail] = await tx.select().from(mails).where(eq(mails.address, person.address));
  expect(mail?.text).toContain(`/stop/${token}`);
  await (await callAs(null, tx)).public.stopMail({ token });
  expect(await api.notifications.settings()).toMatchObject({ ...off, reminders: true });
  expect(await sent()).toBe(1);
  const chosen = {
    ...defaultSettings,
    comments: "weekly",
    reminders: false,
    hour: 18,
    pausedUntil: "2026-03-01",
  } as const;
  await api.notifications.saveSettings(chosen);
  await api.notifications.saveSettings(chosen);
  expect(await api.notifications.settings()).toEqual(chosen);
  expect(await sent()).toBe(2);
});

test("the settings of a person change nothing for another person", async ({ tx }) => {
  const [one, other] = [await aPerson(tx), await aPerson(tx)];
  await (await callAs(one.id, tx)).notifications.saveSettings({ ...defaultSettings, ...off });
  expect(await (await callAs(other.id, tx)).notifications.settings()).toEqual(defaultSettings);
});

test("the link in an e-mail shows and saves the choices of the account without a sign-in", async ({ tx }) => {
  const person = await aPerson(tx);
  const anyone = await callAs(null, tx);
  const tokenOf = (address: string, kind: "news" | "invitations") => stopUrl(address, kind).split("/stop/")[1] ?? "";
  const token = tokenOf(person.address, "news");
  expect((await anyone.public.stop({ token }))?.settings).toEqual(defaultSettings);
  const chosen = { ...defaultSettings, asked: "weekly", weekday: 5 } as const;
  await anyone.public.saveMailSettings({ token, ...chosen });
  expect((await anyone.public.stop({ token }))?.settings).toEqual(chosen);
  expect(await (await callAs(person.id, tx)).notifications.settings()).toEqual(chosen);
  for (const other of [tokenOf(person.address, "invitations"), tokenOf(anAddress(), "news"), `${token}x`]) {
    expect((await anyone.public.stop({ token: other }))?.settings ?? null).toBeNull();
    const refused = await problemOf(anyone.public.saveMailSettings({ token: other, ...defaultSettings }));
    expect(refused).toBe("mail.stop_invalid");
  }
});

test("an hour, a day and a frequency that do not exist are refused", async ({ tx }) => {
  const api = await callAs((await aPerson(tx)).id, tx);
  for (const wrong of [{ hour: 24 }, { hour: -1 }, { weekday: 0 }, { weekday: 8 }, { pausedUntil: "2026-02-30" }]) {
    await expect(api.notifications.saveSettings({ ...defaultSettings, ...wrong })).rejects.toThrow();
  }
});
