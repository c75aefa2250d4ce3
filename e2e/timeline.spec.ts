import { demoSlug, enterDemo, expect, expectAccessibleInBothSchemes, test } from "./fixtures";

test("the timeline shows outputs with their dates in words and drawn, and is narrowed by its address", async ({
  page,
}) => {
  await enterDemo(page, "contributor");
  const path = `/projects/${await demoSlug(page)}`;
  await page.goto(path);
  await page.getByRole("link", { name: "See the timeline with tasks and reviews" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Timeline" })).toBeVisible();
  const table = page.getByRole("table");
  const handbook = table.getByRole("row").filter({ hasText: "Trainer handbook" });
  await expect(handbook).toContainText("late");
  await expect(table.getByRole("row").filter({ hasText: "Self-assessment tool" })).toContainText("later than");
  await expect(handbook.locator(".lane-due.is-late")).toBeVisible();
  await expect(table.getByText("Starts after O4").first()).toBeVisible();
  await expect(table.getByRole("row").filter({ hasText: "tasks to do" }).first()).toBeVisible();
  await expectAccessibleInBothSchemes(page);
  const all = await table.getByRole("row").count();
  await page.locator("select[name=state]").selectOption({ label: "Late" });
  await page
    .getByRole("search", { name: "Choose what the timeline shows" })
    .getByRole("button", { name: "Show" })
    .click();
  await expect(page).toHaveURL(/state=late/);
  await expect(handbook).toBeVisible();
  expect(await table.getByRole("row").count()).toBeLessThan(all);
  // Other tests add outputs meanwhile, so that both are counted at about the same time.
  const rowsOf = async (search: string) => {
    await page.goto(`${path}/timeline${search}`);
    await expect(handbook).toBeVisible();
    return table.getByRole("row").count();
  };
  await expect(async () => expect(await rowsOf("?state=nonsense&organisation=x")).toBe(await rowsOf(""))).toPass();
});

test("the timeline is readable on a phone without scripts", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 375, height: 800 } });
  const page = await context.newPage();
  await enterDemo(page, "partner");
  await page.goto(`/projects/${await demoSlug(page)}/timeline`);
  const row = page.getByRole("row").filter({ hasText: "Self-assessment tool" });
  await expect(row).toContainText("later than");
  const lane = await row.locator(".lane").boundingBox();
  expect(lane?.width).toBeGreaterThan(250);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  await context.close();
});
