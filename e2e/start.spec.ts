import { expect, test } from "@playwright/test";

test("the health check reports a ready instance and its checks", async ({ request }) => {
  const answer = await request.get("/api/health");
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({
    ready: true,
    checks: { database: true, migrations: true, worker: true, storage: true },
  });
});

test("the first page loads without errors", async ({ page }) => {
  const complaints: string[] = [];
  page.on("pageerror", (problem) => complaints.push(problem.message));
  page.on("console", (line) => {
    if (line.type() === "error") complaints.push(line.text());
  });
  const answer = await page.goto("/");
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(complaints).toEqual([]);
});
