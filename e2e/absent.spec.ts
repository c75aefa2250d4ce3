import { expect, expectAccessible, test } from "./fixtures";

test("a page that is not there is one page, wherever it is not", async ({ page }) => {
  for (const path of ["/no-such-page", "/practices/no-such-practice", "/rules/no-such-action"]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here for you");
    await expect(page.getByRole("main")).toHaveCount(1);
  }
  await expectAccessible(page);
  // Too long for any token: the API refuses it, and the page is one that does not exist.
  const tooLong = await page.goto(`/stop/${"x".repeat(3_000)}`);
  expect(tooLong?.status()).toBe(404);
});
