import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect } from "vitest";
import { mails } from "@/db/schema";
import { sendMail } from "@/server/mail/send";
import { stopUrl } from "@/server/mail/stop";
import { callAs } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aPerson, noon } from "@/server/testing/factories";

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
  expect(await api.notifications.settings()).toEqual({ news: true, reminders: true });
  expect(await sent()).toBe(1);
  const [, token = ""] = stopUrl(person.address, "news").split("/stop/");
  const [mail] = await tx.select().from(mails).where(eq(mails.address, person.address));
  expect(mail?.text).toContain(`/stop/${token}`);
  await (await callAs(null, tx)).public.stopMail({ token });
  expect(await api.notifications.settings()).toEqual({ news: false, reminders: true });
  expect(await sent()).toBe(1);
  await api.notifications.saveSettings({ news: true, reminders: false });
  await api.notifications.saveSettings({ news: true, reminders: false });
  expect(await api.notifications.settings()).toEqual({ news: true, reminders: false });
  expect(await sent()).toBe(2);
});

test("the settings of a person change nothing for another person", async ({ tx }) => {
  const [one, other] = [await aPerson(tx), await aPerson(tx)];
  await (await callAs(one.id, tx)).notifications.saveSettings({ news: false, reminders: false });
  expect(await (await callAs(other.id, tx)).notifications.settings()).toEqual({ news: true, reminders: true });
});
