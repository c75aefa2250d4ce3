import type { Page } from "@playwright/test";
import {
  demoSlug,
  type DemoRole,
  enterDemo,
  expect,
  expectAccessible,
  expectAccessibleInBothSchemes,
  expectAllAccessible,
  freshAddress,
  test,
} from "./fixtures";

/** The distinct links of a page that match a pattern. */
async function linksTo(page: Page, like: RegExp): Promise<string[]> {
  const links = await page.getByRole("main").getByRole("link").all();
  const addresses = await Promise.all(links.map((link) => link.getAttribute("href")));
  return [...new Set(addresses.filter((address): address is string => address !== null && like.test(address)))];
}

/** The first matching link; fails when there is none, because the test would prove nothing. */
async function linkTo(page: Page, like: RegExp): Promise<string> {
  const [first] = await linksTo(page, like);
  if (!first) throw new Error(`The page has no link like ${String(like)}.`);
  return first;
}

async function enter(page: Page, role: DemoRole): Promise<string> {
  await enterDemo(page, role);
  return `/projects/${await demoSlug(page)}`;
}

test("axe finds no problems on the pages of a project", async ({ page }) => {
  const project = await enter(page, "coordinator");
  await expectAllAccessible(page, [
    project,
    `${project}/edit`,
    `${project}/outputs`,
    `${project}/outputs/new`,
    `${project}/outputs/work-packages`,
    `${project}/outputs/lay-out?from=work_packages`,
  ]);
});

test("axe finds no problems on the consortium pages", async ({ page }) => {
  const project = await enter(page, "coordinator");
  await expectAllAccessible(page, [`${project}/consortium`, `${project}/consortium/invite`, `${project}/activity`]);
});

test("axe finds no problems on the pages of an output and of a practice", async ({ page }) => {
  const project = await enter(page, "coordinator");
  await page.goto(`${project}/practices`);
  const practice = await linkTo(page, /\/practices\/[0-9a-f-]{36}$/u);
  await page.goto(`${project}/outputs`);
  await page
    .getByRole("link", { name: /The mobile workshop/u })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("The mobile workshop");
  const output = new URL(page.url()).pathname;
  await expectAllAccessible(page, [
    `${project}/practices`,
    `${project}/practices/new`,
    practice,
    `${practice}/edit`,
    output,
    `${output}/edit`,
    `${output}/submit`,
    await linkTo(page, /\/submissions\//u),
    await linkTo(page, /\/files\/[0-9a-f-]{36}$/u),
  ]);
});

test("axe finds no problems on a person's own pages", async ({ page }) => {
  await enter(page, "coordinator");
  await page.goto("/outbox");
  const mail = await linkTo(page, /\/outbox\/./u);
  const organisation = (await page.locator('a[href^="/organisations/"]').first().getAttribute("href")) ?? "";
  expect(organisation).toMatch(/^\/organisations\/[0-9a-f-]{36}$/u);
  await expectAllAccessible(page, ["/home", "/projects", "/reviews", "/account", "/welcome", "/outbox", mail]);
  await expectAllAccessible(page, [organisation, "/operator"]);
  await expect(page.getByRole("heading", { level: 1, name: "This server" })).toBeVisible();
  const absent = await page.goto("/projects/no-such-project");
  expect(absent?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
  await expectAccessible(page);
});

test("axe finds no problems in the wizard", async ({ page }) => {
  await enter(page, "coordinator");
  await page.goto("/projects/new");
  await expect(page).toHaveURL(/\/basics$/u);
  const draft = new URL(page.url()).pathname.replace(/basics$/u, "");
  await expectAllAccessible(
    page,
    ["basics", "details", "consortium", "outputs"].map((step) => `${draft}${step}`),
  );
});

test("axe finds no problems in the menus and dialogs of a project", async ({ page }) => {
  const project = await enter(page, "coordinator");
  const press = (name: string) => page.getByRole("button", { name }).filter({ visible: true }).first().click();
  const dialog = page.getByRole("dialog");
  const look = async (title: RegExp) => {
    await expect(dialog.getByRole("heading", { name: title })).toBeVisible();
    await expectAccessibleInBothSchemes(page, "dialog[open]");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  };
  await page.goto(project);
  await press("More actions");
  await expect(page.getByRole("button", { name: "Download the whole project" })).toBeVisible();
  await expectAccessibleInBothSchemes(page, ".menu:popover-open");
  await press("Close the project");
  await look(/Close the project/u);
  await page.goto(`${project}/consortium`);
  await press("Actions for Pohjanranta");
  await press("End participation");
  await look(/End the participation of Pohjanranta/u);
  await press("Actions for Pohjanranta");
  await press("Make an external evaluator");
  await look(/Make Pohjanranta an external evaluator/u);
  await page.goto(`${project}/outputs`);
  await page.goto(await linkTo(page, /\/outputs\/[0-9a-f-]{36}$/u));
  await press("Add a link");
  await look(/Add a link/u);
  await page.goto(await linkTo(page, /\/files\/[0-9a-f-]{36}$/u));
  await press("Withdraw");
  await look(/Withdraw version/u);
});

test("a number of the activity matrix opens the events it counts", async ({ page }) => {
  const project = await enter(page, "partner");
  await page.goto(project);
  const number = page.getByRole("link", { name: /^ПГМ Родопи, .+: \d+ activit(?:y|ies)$/u }).first();
  const counted = Number(/(\d+) activit(?:y|ies)$/u.exec((await number.getAttribute("aria-label")) ?? "")?.[1]);
  await number.click();
  await expect(page).toHaveURL(/#feed$/u);
  const lines = page.locator("#feed [data-activity]");
  await expect(lines).toHaveCount(counted);
  await expect(lines.filter({ hasText: "ПГМ Родопи" })).toHaveCount(counted);
});

test("internal links navigate without loading a new document, forward and back", async ({ page }) => {
  const project = await enter(page, "partner");
  const marked = page.locator("html[data-kept]");
  // Before hydration links load a new document.
  await expect(async () => {
    await page.goto(project);
    await page.locator("html").evaluate((html) => (html.dataset["kept"] = ""));
    await page.getByRole("link", { name: "All activity" }).first().click();
    await expect(page).toHaveURL(/\/activity$/u);
    await expect(marked).toHaveCount(1);
  }).toPass();
  const frame = page.getByRole("navigation").filter({ visible: true });
  const here = frame.locator("[aria-current=page]");
  const heat = page.getByRole("group", { name: "Activity by organisation and month" });
  const timeline = page.getByRole("group", { name: "Timeline of the outputs" }).first();
  const map = page.getByRole("img", { name: "Map of the consortium" });
  await expect(heat).toBeVisible();
  await expect(here).toHaveText(["Activity"]);
  await frame.getByRole("link", { name: "Results", exact: true }).click();
  await expect(page).toHaveURL(/\/outputs$/u);
  await expect(timeline).toBeVisible();
  await expect(here).toHaveText(["Results"]);
  await page.goBack();
  await expect(heat).toBeVisible();
  await expect(here).toHaveText(["Activity"]);
  await page.goBack();
  for (const picture of [timeline, heat, map]) await expect(picture).toBeVisible();
  await expect(here).toHaveText(["Overview"]);
  // The rail leads out of the project, and the used link keeps the focus.
  await frame.getByRole("link", { name: "Home", exact: true }).press("Enter");
  await expect(page).toHaveURL(/\/home$/u);
  await expect(here).toHaveText(["Home"]);
  await expect(frame.getByRole("link", { name: "Home", exact: true })).toBeFocused();
  await page.goBack();
  for (const picture of [timeline, heat, map]) await expect(picture).toBeVisible();
  await expect(marked).toHaveCount(1);
});

test("a project page shows its navigation and pictures without JavaScript", async ({ browser, page }) => {
  const project = await enter(page, "partner");
  const storageState = await page.context().storageState();
  const plain = await (await browser.newContext({ javaScriptEnabled: false, storageState })).newPage();
  await plain.goto(project);
  await expect(plain.getByRole("link", { name: "Consortium", exact: true }).first()).toBeVisible();
  await expect(plain.getByRole("img", { name: "Map of the consortium" })).toBeVisible();
  await plain.getByRole("button", { name: "Account" }).click();
  await plain.getByRole("link", { name: "My account" }).filter({ visible: true }).click();
  await expect(plain).toHaveURL(/\/account$/u);
  await plain.context().close();
});

test("a printed page uses the whole sheet and cuts no table", async ({ page }) => {
  const project = await enter(page, "coordinator");
  await page.goto(`${project}/consortium`);
  const ink = () => page.getByRole("heading", { level: 1 }).evaluate((title) => getComputedStyle(title).color);
  const onPaper = await ink();
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await ink()).not.toBe(onPaper);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  expect(await ink()).toBe(onPaper);
  const table = page.getByRole("group", { name: "Organisations" });
  await expect(table).toHaveCSS("overflow-x", "visible");
  const { width } = (await page.getByRole("main").boundingBox()) ?? { width: 0 };
  expect(width).toBeGreaterThan(1_000);
  // The width of A4 between its margins.
  await page.setViewportSize({ width: 690, height: 1_000 });
  await page.goto(project);
  const timeline = await page.locator("figure:has(#timeline-title)").evaluate((figure) => {
    const [frame, picture] = [figure, figure.querySelector("svg")].map(
      (one) => one?.getBoundingClientRect().right ?? 0,
    );
    return { frame, picture };
  });
  expect(timeline.picture).toBeLessThanOrEqual(timeline.frame ?? 0);
});

test("a printed page shows exact times with their zone, and no controls", async ({ page }) => {
  const project = await enter(page, "coordinator");
  await page.goto(project);
  await page.emulateMedia({ media: "print" });
  const printed = await page
    .locator("time.ago")
    .first()
    .evaluate((time) => getComputedStyle(time, "::after").content);
  expect(printed).toMatch(/\d{4}.*\d{2}:\d{2} \S+"$/u);
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeHidden();
  const heat = page.getByRole("group", { name: "Activity by organisation and month" });
  await expect(heat.getByText(/^last active \d{1,2} \w+ \d{4}$/u).first()).toBeVisible();
  await expect(heat.getByText(/ ago$/u)).toHaveCount(0);
  await page.goto(`${project}/consortium`);
  const menus = page.getByRole("main").locator("button");
  expect(await menus.count()).toBeGreaterThan(0);
  for (const menu of await menus.all()) await expect(menu).toBeHidden();
  await page.goto("/practices");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("search")).toBeHidden();
});

test("an evaluator invites a colleague, and sees no other people of the consortium", async ({ page }) => {
  const project = await enter(page, "evaluator");
  await page.goto(project);
  await page.getByRole("link", { name: "Our people in this project" }).click();
  const people = page.getByRole("table", { name: "People" });
  await expect(people).toContainText("joost@maaskant.example");
  // Others of their organisation may have joined; everybody else is hidden.
  const lines = await people
    .getByRole("row")
    .filter({ has: page.getByRole("cell") })
    .allTextContents();
  expect(lines.filter((line) => !line.includes("Maaskant"))).toEqual([]);
  const colleague = freshAddress("colleague");
  await page.getByLabel("E-mail addresses").fill(colleague);
  await page.getByRole("button", { name: "Invite people" }).click();
  await expect(page.getByRole("table", { name: "Invitations" })).toContainText(colleague);
  await expectAllAccessible(page, [`${project}/people`]);
  await page.context().clearCookies();
  await enter(page, "partner");
  await page.goto(`${project}/people`);
  await expect(page).toHaveURL(/\/consortium#people$/u);
});

test("an evaluator sees only the project summary and the reviews they are asked for", async ({ page }) => {
  const project = await enter(page, "evaluator");
  await expect(page.getByText("What is due from you and your organisations")).toBeHidden();
  await page.goto(project);
  await expect(page.getByRole("main").getByRole("heading", { level: 2 }).first()).toHaveText(
    "What you are asked to review",
  );
  await expect(page.getByRole("heading", { name: "What you are asked to review" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "Consortium and people" })).toBeHidden();
  for (const path of ["consortium", "activity", "practices", "edit", "outputs/new", "consortium/invite"]) {
    const answer = await page.goto(`${project}/${path}`);
    expect(answer?.status(), path).toBe(404);
  }
  await page.goto(`${project}/outputs`);
  const shown = await linksTo(page, /\/outputs\/[0-9a-f-]{36}$/u);
  await page.context().clearCookies();
  await enter(page, "coordinator");
  await page.goto(`${project}/outputs`);
  const all = await linksTo(page, /\/outputs\/[0-9a-f-]{36}$/u);
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.length).toBeLessThan(all.length);
  const hidden = all.find((path) => !shown.includes(path)) ?? "";
  await page.context().clearCookies();
  await enter(page, "evaluator");
  const answer = await page.goto(hidden);
  expect(answer?.status()).toBe(404);
});

test("the project page shows priorities, objectives and impacts to the consortium and to evaluators", async ({
  page,
}) => {
  for (const role of ["coordinator", "evaluator"] as const) {
    await page.goto(await enter(page, role));
    const about = page.locator("section").filter({ has: page.getByRole("heading", { name: "About", exact: true }) });
    for (const text of ["Inclusion and diversity", "Boost skills and employability", "Intercultural responsiveness"]) {
      await expect(about.getByText(text), `${role}: ${text}`).toBeVisible();
    }
    await expect(about.getByRole("link", { name: "What may we claim?" })).toHaveCount(role === "coordinator" ? 1 : 0);
    await page.context().clearCookies();
  }
});

test("on a narrow screen the timeline is scrolled to today", async ({ page }) => {
  const project = await enter(page, "coordinator");
  await page.setViewportSize({ width: 375, height: 2000 });
  await page.goto(`${project}/outputs`);
  await expect(page.getByText("today", { exact: true })).toBeInViewport();
});
