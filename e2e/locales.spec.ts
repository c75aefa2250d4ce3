import type { BrowserContext, Page } from "@playwright/test";
import { demoSlug, enterDemo, expect, freshAddress, signUp, test } from "./fixtures";

const pseudo = { name: "locale", value: "en-XA" };

async function usePseudoLocale(context: BrowserContext, baseURL: string | undefined) {
  await context.addCookies([{ ...pseudo, url: baseURL ?? "" }]);
}

/**
 * Words without accents on the page: in the pseudo-locale every message is accented, so these are data or hard-coded.
 * Names of countries, languages, time zones and months come from Intl, which has no pseudo-locale.
 */
function unaccentedWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || parent.closest("script, noscript, style, time, option, svg text, [lang]:not(html)")) continue;
      if (/[A-Za-z]{4,}/u.test(node.textContent ?? "")) texts.push((node.textContent ?? "").trim());
    }
    return texts;
  });
}

const publicPages = ["/sign-in", "/sign-up", "/reset", "/can-we-apply", "/privacy", "/terms", "/no-such-page"];
const isProductName = (text: string) => text === "Consorta";

test("public pages have no text outside the messages", async ({ page, context, baseURL }) => {
  await usePseudoLocale(context, baseURL);
  for (const path of publicPages) {
    await page.goto(path);
    await expect(page.locator("html")).toHaveAttribute("lang", "en-XA");
    const found = (await unaccentedWords(page)).filter((text) => !isProductName(text));
    expect(
      found.filter((text) => !/@|\.example|demo|Demo|Campus/u.test(text)),
      path,
    ).toEqual([]);
  }
});

test("pages of a signed-in person use the person's locale rather than the cookie's", async ({ page, mailbox }) => {
  const address = freshAddress("pseudo");
  await signUp(page, { name: "Řéà", address });
  await expect(page.getByRole("heading", { name: "Your organisation" })).toBeVisible();
  await mailbox.setLocale(address, "en-XA");
  for (const path of ["/home", "/projects", "/reviews", "/account", "/welcome", "/projects/absent"]) {
    await page.goto(path);
    await expect(page.locator("html")).toHaveAttribute("lang", "en-XA");
    const data = new Set(["Consorta", address]);
    expect(
      (await unaccentedWords(page)).filter((text) => !data.has(text) && !/Chrome|Linux/u.test(text)),
      path,
    ).toEqual([]);
  }
});

test("two readers at the same time get their own language on pages that share pictures and caches", async ({
  page,
  browser,
  baseURL,
}) => {
  await enterDemo(page, "coordinator");
  const slug = await demoSlug(page);
  const english = page.request;
  const other = await browser.newContext();
  await usePseudoLocale(other, baseURL);
  const paths = ["/", "/library", "/rules", "/can-we-apply"];
  const requests = Array.from({ length: 5 }, () => paths).flat();
  const pages = await Promise.all(
    requests.flatMap((path) => [
      other.request.get(path).then(async (answer) => ({ locale: "en-XA", html: await answer.text() })),
      english.get(path).then(async (answer) => ({ locale: "en-GB", html: await answer.text() })),
      english.get(`/projects/${slug}`).then(async (answer) => ({ locale: "en-GB", html: await answer.text() })),
    ]),
  );
  for (const { locale, html } of pages) {
    expect(html).toContain(`<html lang="${locale}"`);
    if (locale === "en-GB") expect(html).not.toContain("⟦");
    else expect(html).toContain("⟦");
  }
  await other.close();
});

test("times use the browser's time zone from the second page on", async ({ browser }) => {
  const context = await browser.newContext({ timezoneId: "Asia/Tokyo" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await expect
    .poll(async () => (await context.cookies()).find(({ name }) => name === "time-zone")?.value)
    .toBe("Asia/Tokyo");
  await enterDemo(page, "coordinator");
  const slug = await demoSlug(page);
  await page.goto(`/projects/${slug}/activity`);
  const time = page.locator("#feed time").first();
  const at = new Date((await time.getAttribute("datetime")) ?? "");
  const expected = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "short", timeZone: "Asia/Tokyo" });
  await expect(time).toHaveAttribute("title", `${expected.format(at)} GMT+9`);
  await context.close();
});
