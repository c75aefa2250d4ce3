import { randomInt } from "node:crypto";
import path from "node:path";
import { stockLibrary } from "../server/testing/stocked-library";
import { expect, expectAllAccessible, test } from "./fixtures";

// Random letters, so that the numbers of results are known, also when several workers run these tests.
const letters = (count: number) =>
  Array.from({ length: count }, () => String.fromCharCode(97 + randomInt(26))).join("");
// Two different letters at its end: without the first of them it is misspelt, not a beginning of the word.
const word = `${letters(12)}zk`;
const misspelt = word.slice(0, -2) + word.slice(-1);
let empty: () => Promise<void>;

test.beforeAll(async () => {
  empty = await stockLibrary(path.resolve("."), process.env["E2E_DATA_DIR"] ?? ".data", word);
});
test.afterAll(() => empty());

test("a visitor finds items by another spelling, narrows them by country, and pages through them", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Library" }).click();
  await page.getByLabel("Search the library").fill(`ECOLE ${word.toUpperCase()}`);
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("heading", { name: "30 results" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("heading", { level: 3 })).toHaveCount(25);

  await page.getByLabel("Search the library").fill(`σχολειο ${misspelt}`);
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("heading", { name: "30 results" })).toBeVisible();
  await expect(page.getByText("These results have similar words.")).toBeVisible();
  await expect(page.locator('h3[lang="el"]').first()).toContainText("Σχολείο");

  await page
    .getByRole("link", { name: /^Greece/u })
    .first()
    .click();
  await expect(page).toHaveURL(/country=GR/u);
  await expect(page.getByRole("heading", { name: "10 results" })).toBeVisible();
  await page.getByRole("link", { name: "Remove the filter Greece" }).click();
  await expect(page.getByRole("heading", { name: "30 results" })).toBeVisible();

  await page.goto(`/library?text=${word}&sort=newest`);
  await expect(page.getByRole("heading", { name: "60 results" })).toBeVisible();
  const seen = new Set<string>();
  for (const rows of [25, 25, 10]) {
    const titles = page.getByRole("main").getByRole("heading", { level: 3 });
    await expect(titles).toHaveCount(rows);
    for (const title of await titles.allInnerTexts()) seen.add(title);
    if (rows === 25) {
      const before = page.url();
      await page.getByRole("link", { name: "Next page" }).click();
      await expect(page).not.toHaveURL(before);
    }
  }
  expect(seen.size).toBe(60);
});

test("a visitor finds results in other languages and spellings, reads, downloads and cites one, and goes to its partners and back", async ({
  page,
}) => {
  const forest = "Το σχολείο στο δάσος: μια εβδομάδα με ξύλο και μέταλλο";
  for (const [text, title] of [
    ["ecole", "L’atelier mobile arrive à l’école"],
    ["Newton's", "Kick-off deck and visual identity"],
    ["vocationl", "What twelve small firms look for"],
    ["σχολειο δασος", forest],
    ["σχολιο δασος", forest],
    ["ΔΑΣΟΣ", forest],
  ] as const) {
    await page.goto("/library");
    await page.getByLabel("Search the library").fill(text);
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("main").getByRole("link", { name: title, exact: true }), text).toBeVisible();
  }
  await page.getByRole("main").getByRole("link", { name: forest, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: forest }).locator('[lang="el"]')).toHaveText(forest);
  const { pathname } = new URL(page.url());
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download: σχολείο-στο-δάσος.pdf" }).click();
  expect((await download).suggestedFilename()).toBe("σχολείο-στο-δάσος.pdf");
  for (const [format, beginning] of [
    ["BibTeX", /^@misc\{/u],
    ["RIS", /^TY {2}- /u],
    ["CSL-JSON", /^[[{]/u],
  ] as const) {
    const href = await page.getByRole("link", { name: format }).getAttribute("href");
    expect(await (await page.request.get(href ?? "")).text()).toMatch(beginning);
  }
  await page.getByRole("link", { name: /^BRIDGES: / }).click();
  await expect(page).toHaveURL(/\/partnerships\/bridges-/u);
  await page
    .getByRole("list", { name: "Partners" })
    .getByRole("link", { name: /Θερμαϊκού/u })
    .click();
  await expect(page).toHaveURL(/\/partners\//u);
  await page.getByRole("link", { name: /^BRIDGES: / }).click();
  await page.getByRole("link", { name: forest }).click();
  await expect(page).toHaveURL((url) => url.pathname === pathname);
});

test("axe finds no problems on a public page of each kind", async ({ page }) => {
  const sitemap = await (await page.request.get("/sitemap.xml")).text();
  const oneOf = (kind: string) => new RegExp(`/${kind}/[^<]+`, "u").exec(sitemap)?.[0] ?? `no page of ${kind}`;
  const kinds = ["outputs", "practices", "partnerships", "partners"].map(oneOf);
  await expectAllAccessible(page, [...kinds, kinds[0]?.replace("/outputs/", "/report/outputs/") ?? "", "/practices"]);
});

test("the library works without scripts, says what to do when nothing is found, and shows where results are from", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/practices?country=PL");
  await page.getByLabel("Search the library").fill(word);
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(new RegExp(`text=${word}.*country=PL`, "u"));
  await expect(page.getByRole("heading", { name: "20 results" })).toBeVisible();
  const map = page.getByRole("img", { name: "Where the results come from" });
  await expect(map.locator("desc")).toHaveText("Results from 1 country: Poland (20).");
  await expect(page.getByRole("list", { name: "Countries" }).getByRole("link")).toHaveText(/Poland\s*20 results/u);

  await page.getByLabel("Search the library").fill("%_'");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByText("Check the spelling, use fewer words, or remove filters.")).toBeVisible();
  await page.getByRole("link", { name: "Show everything" }).click();
  await expect(page).toHaveURL(/\/practices$/u);
  await context.close();
});

test("axe finds no problems in the library", async ({ page }) => {
  await expectAllAccessible(page, [
    `/library?text=${word}`,
    `/library?text=${word}&country=GR&field=school`,
    "/library?text=nothing-is-called-so",
  ]);
});

test("on a phone the results come first and the filters are closed, also without scripts", async ({ browser }) => {
  const phone = { viewport: { width: 375, height: 700 }, javaScriptEnabled: false };
  const page = await (await browser.newContext(phone)).newPage();
  await page.goto("/library?language=en");
  const filters = page.getByRole("navigation", { name: "Filters" });
  await expect(filters.getByText("Filters (1)")).toBeVisible();
  await expect(filters.getByRole("link").first()).toBeHidden();
  await filters.getByText("Filters (1)").click();
  await expect(filters.getByText("Country")).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.reload();
  await expect(filters.getByText("Filters (1)")).toBeHidden();
  await expect(filters.getByText("Country")).toBeVisible();
});

test("a public practice is cited, and paper shows it without menus, with the addresses of links and of pages", async ({
  page,
}) => {
  await page.goto("/practices");
  await page.locator('a[href^="/practices/"]').first().click();
  await expect(page.getByRole("heading", { name: "How to cite" })).toBeVisible();
  const ris = (await page.getByRole("link", { name: /RIS/u }).getAttribute("href")) ?? "";
  const cited = await page.request.get(ris);
  expect([cited.status(), await cited.text()]).toEqual([200, expect.stringMatching(/^TY {2}- /u)]);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByRole("contentinfo")).toBeHidden();
  await expect(page.getByRole("link", { name: "Something is wrong here" })).toBeHidden();
  const address = await page
    .locator('.printed-links a[href^="/partnerships/"]')
    .first()
    .evaluate((link) => getComputedStyle(link, "::after").content);
  expect(address).toContain("/partnerships/");
  for (const kind of ["/partnerships/", "/partners/"]) {
    await page.emulateMedia({ media: "screen" });
    await page.locator(`a[href^="${kind}"]`).first().click();
    await page.waitForURL(`**${kind}*`);
    const printed = page.getByText(page.url(), { exact: true });
    await expect(printed).toBeHidden();
    await page.emulateMedia({ media: "print" });
    await expect(printed).toBeVisible();
  }
});
