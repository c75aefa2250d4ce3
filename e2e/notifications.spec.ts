import { randomUUID } from "node:crypto";
import { demoSlug, enterDemo, expect, expectAccessibleInBothSchemes, test } from "./fixtures";

test("a task that is asked of a person appears in their notifications, is read and muted", async ({
  page,
  browser,
}) => {
  const title = `Posters ${randomUUID().slice(0, 8)}`;
  await enterDemo(page, "coordinator");
  await page.goto(`/projects/${await demoSlug(page)}/tasks`);
  await page.getByText("Ask for something").click();
  await page.getByLabel("What is needed?").fill(title);
  await page.getByLabel("From whom?").selectOption({ label: "Anyone at ΙΕΚ Θερμαϊκού" });
  await page.getByRole("button", { name: "Ask" }).click();
  await expect(page.locator("li[id^=task-]").filter({ hasText: title })).toBeVisible();

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
  await group.getByRole("button", { name: "Mute", exact: true }).click();
  await expect(group.getByText("Muted", { exact: true })).toBeVisible();
  await group.getByRole("link", { name: title, exact: true }).first().click();
  await expect(partner).toHaveURL(/\/tasks\//u);
});

test("e-mails about activity are turned off and on in the account", async ({ page }) => {
  await enterDemo(page, "evaluator");
  await page.goto("/account");
  const section = page.getByRole("region", { name: "E-mails about your projects" });
  const news = section.getByLabel("Send me e-mails about what concerns me");
  for (const wanted of [false, true]) {
    await news.setChecked(wanted);
    await section.getByRole("button", { name: "Save the choice" }).click();
    await expect(section.getByText("Saved.")).toBeVisible();
    await page.reload();
    await expect(news).toBeChecked({ checked: wanted });
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
