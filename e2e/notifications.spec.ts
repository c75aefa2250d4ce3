import { randomUUID } from "node:crypto";
import { askForTask, enterDemo, expect, expectAccessibleInBothSchemes, linkIn, test } from "./fixtures";

test("a task that is asked of a person appears in their notifications, is read and muted", async ({
  page,
  browser,
  mailbox,
}) => {
  const title = `Posters ${randomUUID().slice(0, 8)}`;
  await enterDemo(page, "coordinator");
  await askForTask(page, title);

  const partner = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await enterDemo(partner, "partner");
  const group = partner.getByRole("listitem").filter({ has: partner.getByRole("heading", { name: title }) });
  // The job runs within seconds of the request.
  await expect(async () => {
    await partner.goto("/notifications?show=unread");
    await expect(group).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await expect(group.getByText("Because the task is yours")).toBeVisible();
  await expect(partner.getByRole("link", { name: /Notifications, \d+ unread/u })).toBeVisible();
  await expectAccessibleInBothSchemes(partner);

  await group.getByRole("button", { name: "Mark as read" }).click();
  await expect(group).toBeHidden();
  await partner.getByRole("link", { name: "Read and unread" }).click();
  const muting = group.getByRole("group", { name: `Mute ${title}`, exact: true });
  await group.getByText("Mute", { exact: true }).click();
  await expect(group.getByRole("group", { name: "Mute BRIDGES" })).toBeVisible();
  await expectAccessibleInBothSchemes(partner);
  await muting.getByRole("button", { name: "For 7 days" }).click();
  await expect(group.getByText(`${title} is muted until`)).toBeVisible();
  await group.getByRole("button", { name: "Unmute", exact: true }).click();
  await muting.getByRole("button", { name: "Until I unmute it" }).click();
  await expect(group.getByText(`${title} is muted`, { exact: true })).toBeVisible();
  await group.getByRole("link", { name: title, exact: true }).first().click();
  await expect(partner).toHaveURL(/\/tasks\//u);

  // The e-mail about the task leads to the choices, without a sign-in, and without scripts.
  const link = linkIn(await mailbox.newest("eleni@iek-thermaikou.example", title), "/stop/");
  for (const [javaScriptEnabled, hour] of [
    [false, "17"],
    [true, "18"],
  ] as const) {
    const anyone = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await anyone.goto(link);
    await expect(anyone.getByRole("button", { name: "Unsubscribe" })).toBeVisible();
    const choices = anyone.getByRole("region", { name: "Choose your e-mails" });
    await choices.getByLabel("Hour of the e-mail").selectOption(`${hour}:00`);
    await choices.getByRole("button", { name: "Save the choice" }).click();
    await expect(choices.getByText("Saved.")).toBeVisible();
    if (javaScriptEnabled) await expectAccessibleInBothSchemes(anyone);
    await partner.goto("/account");
    await expect(partner.getByLabel("Hour of the e-mail")).toHaveValue(hour);
  }
});

test("when which e-mails come is chosen in the account", async ({ page }) => {
  await enterDemo(page, "evaluator");
  await page.goto("/account");
  const section = page.getByRole("region", { name: "E-mails about your projects" });
  for (const [frequency, day] of [
    ["weekly", "5"],
    ["daily", "1"],
  ] as const) {
    await section.getByLabel("Comments").selectOption(frequency);
    await section.getByLabel("Day of the weekly e-mail").selectOption(day);
    await section.getByRole("button", { name: "Save the choice" }).click();
    await expect(section.getByText("Saved.")).toBeVisible();
    await page.reload();
    await expect(section.getByLabel("Comments")).toHaveValue(frequency);
    await expect(section.getByLabel("Day of the weekly e-mail")).toHaveValue(day);
  }
  await expectAccessibleInBothSchemes(page);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("all notifications are marked as read", async ({ page }) => {
    await enterDemo(page, "partner");
    await page.goto("/notifications");
    const readAll = page.getByRole("button", { name: "Mark all as read" });
    // Another test may have read them.
    if (await readAll.isVisible()) await readAll.click();
    await expect(page.getByText("Everything is read.")).toBeVisible();
  });
});
