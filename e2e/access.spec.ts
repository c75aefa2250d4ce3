import { demoSlug, enterDemo, expect, expectAccessible, freshAddress, signUp, test } from "./fixtures";

test("whoever is not signed in is led to sign in, and a stranger finds nothing", async ({ page, browser }) => {
  const insider = await browser.newPage();
  await enterDemo(insider, "coordinator");
  const slug = await demoSlug(insider);
  await insider.close();

  await page.goto(`/projects/${slug}`);
  await expect(page).toHaveURL(/sign-in\?next=/);
  await signUp(page, { name: "A Stranger", address: freshAddress("stranger") });
  await expect(page.getByRole("heading", { name: "Your organisation" })).toBeVisible();
  for (const path of ["", "/outputs", "/consortium", "/activity", "/practices", "/edit"]) {
    const answer = await page.goto(`/projects/${slug}${path}`);
    expect(answer?.status(), path).toBe(404);
    const absent = await page.goto(`/projects/no-such-project${path}`);
    expect(absent?.status(), path).toBe(404);
  }
});

test("every answer carries the headers that keep a page safe", async ({ page }) => {
  const answer = await page.goto("/");
  const headers = answer?.headers() ?? {};
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["content-security-policy"]).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'/);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["referrer-policy"]).toBe("strict-origin-when-cross-origin");
  const api = await page.request.get("/api/health");
  expect(api.headers()["x-content-type-options"]).toBe("nosniff");
});

test("a write from another site is refused", async ({ page }) => {
  await enterDemo(page, "coordinator");
  const answer = await page.request.post("/api/trpc/people.signOutEverywhere", {
    headers: { origin: "https://elsewhere.example", "content-type": "application/json" },
    data: {},
  });
  expect(answer.status()).toBe(403);
});

test("nothing that axe finds stands on the pages anyone may see", async ({ page }) => {
  for (const path of [
    "/",
    "/sign-in",
    "/reset",
    "/practices",
    "/privacy",
    "/terms",
    "/can-we-apply",
    "/rules",
    "/unit-costs",
  ]) {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      await expectAccessible(page);
    }
  }
});

test("no page is wider than a small telephone", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await enterDemo(page, "coordinator");
  const slug = await demoSlug(page);
  const inside = ["", "/outputs", "/consortium", "/activity", "/practices"].map((path) => `/projects/${slug}${path}`);
  for (const path of ["/", "/home", "/account", "/projects", "/reviews", "/practices", ...inside]) {
    await page.goto(path);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider, path).toBeLessThanOrEqual(0);
  }
});
