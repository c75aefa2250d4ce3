import { expect, expectAccessible, test } from "./fixtures";

test("every unknown address shows the same not-found page", async ({ page }) => {
  for (const path of ["/no-such-page", "/practices/no-such-practice", "/rules/no-such-action"]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
    await expect(page.getByRole("main")).toHaveCount(1);
    await expect(page.getByRole("main").getByRole("link", { name: "Go to the start page" })).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: "Sign in" })).toBeVisible();
    await expect(page.getByRole("navigation").first()).toBeVisible();
  }
  await expectAccessible(page);
  // Too long for a token, so the API rejects it; the page does not exist.
  const tooLong = await page.goto(`/stop/${"x".repeat(3_000)}`);
  expect(tooLong?.status()).toBe(404);
});
