import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { demoSlug, enterDemo, expect, expectAllAccessible, signIn, test } from "./fixtures";

const demoPassword = "workshop on wheels";

const entries = (page: Page) => page.locator("#feed [data-activity]");
const rowsOf = (page: Page, part: string) => page.locator(`#${part} tbody tr`);

async function enterActivity(page: Page): Promise<string> {
  await enterDemo(page, "partner");
  const project = `/projects/${await demoSlug(page)}`;
  await page.goto(`${project}/activity`);
  return project;
}

/** All entries of a filtered feed, page by page. */
async function countEntries(page: Page): Promise<number> {
  for (let count = 0; ;) {
    count += await entries(page).count();
    const next = page.locator("#feed").getByRole("link", { name: "Next page" });
    if ((await next.count()) === 0) return count;
    await page.goto((await next.getAttribute("href")) ?? "");
  }
}

test("each figure of a partner opens exactly what it counts", async ({ page }) => {
  await enterActivity(page);
  const row = page.getByRole("group", { name: "What each partner did" }).locator("tbody tr").nth(1);
  const figures = await row.getByRole("link").all();
  const found = await Promise.all(
    figures.map(async (link) => ({
      text: (await link.textContent()) ?? "",
      href: (await link.getAttribute("href")) ?? "",
    })),
  );
  const counted = found.filter(({ text }) => /^\d+$/u.test(text));
  expect(counted.length).toBeGreaterThan(5);
  for (const { text, href } of counted) {
    await page.goto(href);
    const part = new URL(page.url()).hash.slice(1);
    const shown = part === "feed" ? await countEntries(page) : await rowsOf(page, part).count();
    expect([href, shown]).toEqual([href, Number(text)]);
  }
});

test("the page of a partner is one click from the project, and shows a period", async ({ page }) => {
  const project = await enterActivity(page);
  await page.goto(project);
  const heat = page.getByRole("group", { name: "Activity by organisation and month" });
  await heat.getByRole("link", { name: "CKZ" }).first().click();
  await expect(page).toHaveURL(/\/partners\//u);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("in BRIDGES");
  await page.getByRole("link", { name: "This year" }).click();
  await expect(page).toHaveURL(/from=\d{4}-01-01&to=\d{4}-12-31/u);
  const total = Number(await page.locator("dt:text-is('Activities') + dd").textContent());
  expect(await countEntries(page)).toBe(total);
  // On paper everything has a date and a time, and a burst is open.
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Show" })).toBeHidden();
  await expect(page.locator("#feed time").first()).toHaveText(/^\d\d:\d\d$/u);
});

test("filters work without JavaScript, and a wrong period is explained and kept", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await enterActivity(page);
  await page.getByLabel("Kind").selectOption({ label: "Files" });
  await page.getByLabel("From", { exact: true }).fill("2025-01-01");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/kind=files/u);
  await expect(page.getByLabel("Kind")).toHaveValue("files");
  await expect(entries(page).first()).toBeAttached();
  await page.getByLabel("To", { exact: true }).fill("2024-12-31");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("The period ends before it begins.")).toBeVisible();
  await expect(page.getByLabel("From", { exact: true })).toHaveValue("2025-01-01");
  await expect(page.getByLabel("Kind")).toHaveValue("files");
  await expect(entries(page)).toHaveCount(0);
  await context.close();
});

test("a person who is not in the project, and a cursor of another list, are explained", async ({ page }) => {
  const project = await enterActivity(page);
  await page.goto(`${project}/activity?personId=01920000-0000-7000-8000-000000000001#feed`);
  await expect(page.getByText("We can’t find this person in the project.")).toBeVisible();
  await page.goto(`${project}/activity`);
  const next = await page.locator("#feed").getByRole("link", { name: "Next page" }).getAttribute("href");
  await page.goto(`${next?.replace("#feed", "") ?? ""}&kind=files`);
  await expect(page.getByText("This page belongs to a list with other filters.")).toBeVisible();
  await page.getByRole("link", { name: "Show everything" }).first().click();
  await expect(entries(page).first()).toBeAttached();
});

test("the list is downloaded as CSV and as a workbook, as it is filtered", async ({ page }) => {
  const project = await enterActivity(page);
  await page.goto(`${project}/activity?kind=files#feed`);
  const shown = await countEntries(page);
  await page.goto(`${project}/activity?kind=files#feed`);
  const download = async (name: string) => {
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
    return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
  };
  const csv = await download("CSV");
  expect(csv.name).toMatch(/-activity\.csv$/u);
  const rows = parse(csv.content, { bom: true });
  expect(rows).toHaveLength(shown + 1);
  expect(rows[0]?.[0]).toBe("Date and time");
  const workbook = await download("Excel");
  expect(workbook.content.subarray(0, 2).toString()).toBe("PK");
});

test("a person reads what happened in their own language", async ({ page }) => {
  await enterDemo(page, "partner");
  const slug = await demoSlug(page);
  await page.context().clearCookies();
  await signIn(page, "gosia@ckz-zrodlo.example", demoPassword);
  await page.waitForURL("**/home");
  // Of one kind, because other tests add activities to the first page.
  await page.goto(`/projects/${slug}/activity?kind=files`);
  await expect(page.locator("#feed [lang='pl']").first()).toBeVisible();
  await expect(page.locator("#feed")).toContainText("przesłał(a)");
});

test("axe finds no problems on the pages of activity", async ({ page }) => {
  const project = await enterActivity(page);
  await page.goto(project);
  const partner = await page.locator("main a[href*='/partners/']").first().getAttribute("href");
  await expectAllAccessible(page, [`${project}/activity?from=2026-02-02&to=2026-02-01`, partner ?? "", "/activity"]);
});
