import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { chromium, type Page } from "@playwright/test";
import { meta } from "../messages/en/public.json";
import settings from "../playwright.config";

/**
 * Takes the README's screenshots from a running demo (APP_URL, by default http://localhost:3000), and renders the
 * preview image of public pages.
 */
const folder = path.resolve("public/pictures");
const address = process.env["APP_URL"] ?? "http://localhost:3000";

// A string, because the transpiler of this script must not rewrite code that runs in the page.
const toWebp = `async (png) => {
  const picture = await createImageBitmap(await (await fetch("data:image/png;base64," + png)).blob());
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext("2d").drawImage(picture, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/webp", quality: 0.82 })).arrayBuffer());
  return Array.from(bytes);
}`;

async function enter(page: Page, role: string): Promise<void> {
  await page.context().clearCookies();
  const { csrfToken } = (await (await page.request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  await page.request.post("/api/auth/callback/demo", {
    form: { role, csrfToken, callbackUrl: "/home" },
    headers: { "x-auth-return-redirect": "1" },
  });
}

// Rendered on a page of the demo, for its fonts and colours.
const card = `<div style="width:1200px;height:630px;box-sizing:border-box;padding:84px 96px;display:grid;
  align-content:space-between;background:var(--paper);color:var(--ink);font-family:var(--serif)">
  <div style="display:flex;align-items:center;gap:36px"><img src="/icon.svg" width="132" height="132" alt="">
  <span style="font-size:92px;font-weight:600;letter-spacing:-.02em">${meta.name}</span></div>
  <p style="margin:0;font-size:46px;line-height:1.3;max-width:24em">${meta.description}</p></div>`;

async function drawShared(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1200, height: 630 });
  await page.goto("/");
  await page.evaluate(`document.body.innerHTML = ${JSON.stringify(card)}`);
  await page.waitForLoadState("networkidle");
  await page.evaluate("document.fonts.ready.then(() => undefined)");
  await page.screenshot({ path: path.join(folder, "shared.png") });
}

async function main(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch(settings.use?.launchOptions);
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 1280, height: 860 },
    locale: "en-GB",
  });
  const page = await context.newPage();
  const converter = await browser.newPage();
  const take = async (name: string) => {
    await page.waitForLoadState("networkidle");
    const png = (await page.screenshot()).toString("base64");
    const webp = await converter.evaluate<number[]>(`(${toWebp})(${JSON.stringify(png)})`);
    await writeFile(path.join(folder, `${name}.webp`), Buffer.from(webp));
  };
  await enter(page, "partner");
  await page.goto("/home");
  await take("home");
  await enter(page, "coordinator");
  await page.goto("/projects");
  await page
    .getByRole("link", { name: /BRIDGES/ })
    .first()
    .click();
  await page.waitForURL(/\/projects\/bridges-/);
  const project = page.url();
  await take("project");
  await page.goto(`${project}/consortium`);
  await take("consortium");
  await page.goto(`${project}/outputs`);
  await page
    .getByRole("link", { name: /Self-assessment tool/ })
    .first()
    .click();
  await page.waitForURL(/\/outputs\/[0-9a-f-]+$/);
  await take("output");
  await drawShared(page);
  await browser.close();
}

await main();
