import { randomUUID } from "node:crypto";
import { askForTask, demoSlug, enterDemo, expect, expectAccessibleInBothSchemes, test } from "./fixtures";

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test("the calendar shows what is due, and a calendar program reads it at a private address", async ({
  page,
  browser,
}) => {
  const title = `Posters, flyers; ${randomUUID().slice(0, 8)}`;
  const dueOn = inDays(3);
  await enterDemo(page, "coordinator");
  await askForTask(page, title, dueOn);
  const partner = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await enterDemo(partner, "partner");
  await partner.goto(`/calendar?month=${dueOn.slice(0, 7)}`);
  const cell = partner.getByRole("cell").filter({ has: partner.locator(`time[datetime="${dueOn}"]`) });
  await expect(cell.getByRole("link", { name: title })).toBeVisible();
  await expect(partner.locator("[aria-current=date]")).toHaveCount(dueOn.startsWith(inDays(0).slice(0, 7)) ? 1 : 0);
  await expectAccessibleInBothSchemes(partner);
  await partner.getByLabel("View").selectOption({ label: "List" });
  await partner.getByRole("button", { name: "Show", exact: true }).click();
  await expect(partner).toHaveURL(/view=list/);
  await expect(partner.getByRole("listitem").filter({ hasText: title }).first()).toBeVisible();

  const address = partner.getByText(/\/calendar\/[\w-]{40,}\.ics$/);
  // An earlier run may have made one.
  const before = (await address.count()) > 0 ? await address.textContent() : null;
  await partner.getByRole("button", { name: /^Make an?( new)? address$/ }).click();
  await expect(address).toBeVisible();
  if (before !== null) await expect(address).not.toHaveText(before);
  const first = new URL((await address.textContent()) ?? "").pathname;
  const program = await browser.newContext();
  const read = await program.request.get(first);
  expect([read.status(), read.headers()["content-type"], read.headers()["cache-control"]]).toEqual([
    200,
    "text/calendar; charset=utf-8",
    "private, max-age=300",
  ]);
  const file = (await read.text()).replaceAll("\r\n ", "");
  expect(file).toContain(`SUMMARY:${title.replaceAll(/[,;]/g, String.raw`\$&`)} · BRIDGES`);
  expect(file).toContain(`DTSTART;VALUE=DATE:${dueOn.replaceAll("-", "")}`);

  await partner.getByRole("button", { name: "Make a new address" }).click();
  await expect(address).not.toContainText(first);
  expect((await program.request.get(first)).status()).toBe(404);
  const second = new URL((await address.textContent()) ?? "").pathname;
  expect((await program.request.get(second)).status()).toBe(200);
  for (const wrong of ["/calendar/x.ics", `${second}x`, second.replace(".ics", ""), "/calendar/%00.ics"]) {
    expect((await program.request.get(wrong)).status(), wrong).toBe(404);
  }
  await program.close();
  await partner.context().close();
});

test("the calendar of a project works without scripts, on a phone as a list of days", async ({ page, browser }) => {
  const title = `Without scripts ${randomUUID().slice(0, 8)}`;
  const dueOn = inDays(4);
  await enterDemo(page, "coordinator");
  await askForTask(page, title, dueOn);
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 375, height: 800 } });
  const phone = await context.newPage();
  await enterDemo(phone, "contributor");
  await phone.goto(`/projects/${await demoSlug(phone)}/calendar?month=${dueOn.slice(0, 7)}`);
  await expect(phone.getByRole("listitem").filter({ hasText: title }).first()).toBeVisible();
  await expect(phone.getByRole("table")).toHaveCount(0);
  await expect(phone.getByText("Today is")).toContainText("in your time zone (");
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  await phone.locator("select[name=who]").selectOption({ label: "Me" });
  await phone.getByRole("button", { name: "Show", exact: true }).click();
  await expect(phone).toHaveURL(/who=me/);
  await phone.getByRole("navigation", { name: "Months" }).getByRole("link").last().click();
  await expect(phone).toHaveURL(/month=.*/);
  await phone.getByRole("button", { name: /Make an?( new)? address/ }).click();
  await expect(phone.getByText(/\/calendar\/[\w-]{40,}\.ics$/)).toBeVisible();
  await context.close();
});

test("the page of the calendar shows the zone of the reader, and the same days in every zone", async ({ browser }) => {
  for (const [timezoneId, zone] of [
    ["Pacific/Auckland", "New Zealand"],
    ["America/Los_Angeles", "Pacific"],
    ["Europe/Athens", "Eastern European"],
  ] as const) {
    const context = await browser.newContext({ timezoneId, viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await enterDemo(page, "coordinator");
    const path = `/projects/${await demoSlug(page)}/calendar`;
    await page.goto(path);
    // The browser says its zone on the first page; the server knows it from the second one on.
    await expect.poll(async () => (await context.cookies()).some(({ name }) => name === "time-zone")).toBe(true);
    await page.goto(path);
    const today = new Intl.DateTimeFormat("en-CA", { timeZone: timezoneId }).format(new Date());
    await expect(page.locator("[aria-current=date] time")).toHaveAttribute("datetime", today);
    await expect(page.getByText("Today is")).toContainText(zone);
    await context.close();
  }
});
