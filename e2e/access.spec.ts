import {
  demoSlug,
  enterDemo,
  expect,
  expectAccessible,
  expectAllAccessible,
  freshAddress,
  signUp,
  test,
} from "./fixtures";

test("people who are not signed in are redirected to sign-in, and strangers get a 404", async ({ page, browser }) => {
  const insider = await browser.newPage();
  await enterDemo(insider, "coordinator");
  const slug = await demoSlug(insider);
  await insider.close();

  await page.goto(`/projects/${slug}`);
  await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(`/projects/${slug}`)}`);
  await signUp(page, { name: "A Stranger", address: freshAddress("stranger") });
  await expect(page.getByRole("heading", { name: "Your organisation" })).toBeVisible();
  for (const path of ["", "/outputs", "/consortium", "/activity", "/practices", "/edit"]) {
    const answer = await page.goto(`/projects/${slug}${path}`);
    expect(answer?.status(), path).toBe(404);
    const absent = await page.goto(`/projects/no-such-project${path}`);
    expect(absent?.status(), path).toBe(404);
  }
});

test("every response has the security headers", async ({ page }) => {
  const answer = await page.goto("/");
  const headers = answer?.headers() ?? {};
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["content-security-policy"]).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'/);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["referrer-policy"]).toBe("strict-origin-when-cross-origin");
  const api = await page.request.get("/api/health");
  expect(api.headers()["x-content-type-options"]).toBe("nosniff");
});

test("the icon is also at the default address /favicon.ico", async ({ request }) => {
  const answer = await request.get("/favicon.ico");
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toBe("image/svg+xml");
});

test("a write from another site is refused", async ({ page }) => {
  await enterDemo(page, "coordinator");
  const answer = await page.request.post("/api/trpc/people.signOutEverywhere", {
    headers: { origin: "https://elsewhere.example", "content-type": "application/json" },
    data: {},
  });
  expect(answer.status()).toBe(403);
});

test("public pages have Open Graph title, description and image", async ({ page }) => {
  const metaContent = (property: string) => page.locator(`meta[property="og:${property}"]`).getAttribute("content");
  await page.goto("/practices");
  expect(await metaContent("title")).toBe("Good practices · Consorta");
  await page.goto("/practices?text=workshop wheels");
  await page.locator('main a[href^="/practices/"]').first().click();
  await expect(page).toHaveURL(/\/practices\/./u);
  await page.reload();
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  expect(await metaContent("title")).toBe(title);
  expect(((await metaContent("description")) ?? "").length).toBeGreaterThan(40);
  const picture = (await metaContent("image")) ?? "";
  expect(picture).toBe(`${new URL(page.url()).origin}/pictures/shared.png`);
  const answer = await page.request.get(picture);
  expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "image/png"]);
});

test("axe finds no problems on public pages", async ({ page }) => {
  await page.goto("/practices");
  const practice = (await page.locator('main a[href^="/practices/"]').first().getAttribute("href")) ?? "";
  expect(practice).toMatch(/^\/practices\/./u);
  await expectAllAccessible(page, [
    ...["/", "/library", "/library?text=peer", "/practices", practice, "/privacy", "/terms"],
    ...["/can-we-apply", "/rules", "/rules/KA220-SCH", "/unit-costs"],
  ]);
});

test("axe finds no problems on the pages of sign-in and of ended links", async ({ page }) => {
  await expectAllAccessible(page, [
    ...["/sign-in", "/sign-up", "/reset"],
    ...["/confirm", "/reset", "/sign-in/link", "/stop"].map((path) => `${path}/no-such-token`),
  ]);
  const answer = await page.goto("/invite/no-such-token?lang=pl");
  expect(answer?.status()).toBe(404);
  await expect(page.locator("[lang=pl]").getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
});
