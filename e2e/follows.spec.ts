import { enterDemo, expect, expectAccessible, test } from "./fixtures";

test("a visitor follows a practice after signing in, then a search, and stops following it", async ({ page }) => {
  await page.goto("/practices");
  await page.getByRole("link", { name: /silent film/u }).click();
  await expect(page.getByRole("heading", { name: "Similar practices" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Follow this practice" }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=%2Ffollowing%3Fpractice%3D/u);
  const back = new URL(page.url()).searchParams.get("next") ?? "";

  await enterDemo(page, "evaluator");
  await page.goto(back);
  await expect(page.getByRole("heading", { name: "Follow “The silent film as a lesson plan”?" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Follow", exact: true }).click();
  await expect(page).toHaveURL(/\/following$/u);
  await expect(page.getByRole("listitem").filter({ hasText: "The silent film as a lesson plan" })).toBeVisible();

  await page.goto("/library?topic=learning_at_work&country=PL");
  await page.getByRole("link", { name: "Follow this search" }).click();
  await expect(page.getByLabel("What you call it")).toHaveValue("Poland, Learning at work");
  await page.getByLabel("What you call it").fill("Workshops in Poland");
  await page.getByRole("button", { name: "Follow", exact: true }).click();
  const search = page.getByRole("listitem").filter({ hasText: "Workshops in Poland" });
  await expect(search.getByRole("link")).toHaveAttribute("href", "/library?country=PL&topic=learning_at_work");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Stop following Workshops in Poland" }).click();
  await expect(search).toBeHidden();
});

test("a visitor reads what serves an impact, with its evidence", async ({ page }) => {
  await page.goto("/library");
  await page.getByRole("link", { name: "What the projects change" }).click();
  await expect(page).toHaveTitle(/^What the projects change/u);
  await expectAccessible(page);
  await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  await expect(page.getByText(/published results? serves? it|published results serve it/u)).toBeVisible();
  await expect(page.getByText("Of 148 pupils who took part, 131 finished the year.")).toBeVisible();
  await expectAccessible(page);
  expect((await page.request.get("/impacts/alchemy")).status()).toBe(404);
});
