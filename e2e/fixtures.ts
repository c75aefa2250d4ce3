import path from "node:path";
import { expect, type Page, test as base } from "@playwright/test";
import axe from "axe-core";
import { type Mailbox, openMailbox } from "../server/testing/mailbox";

export { freshAddress } from "../server/testing/mailbox";
export { expect } from "@playwright/test";

export type DemoRole = "coordinator" | "partner" | "contributor" | "evaluator";

const password = "a long enough sentence";

/** Signs a page in as one of the demo's people, without the form. */
export async function enterDemo(page: Page, role: DemoRole): Promise<void> {
  const { csrfToken } = (await (await page.request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const answer = await page.request.post("/api/auth/callback/demo", {
    form: { role, csrfToken, callbackUrl: "/home" },
    headers: { "x-auth-return-redirect": "1" },
  });
  expect(answer.ok()).toBe(true);
}

/** Fills in the sign-up form; the person is signed in afterwards. */
export async function signUp(page: Page, person: { name: string; address: string }, start = "/sign-up"): Promise<void> {
  await page.goto(start);
  await page.getByLabel("Your name").fill(person.name);
  await page.getByLabel("E-mail address").fill(person.address);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Create my account" }).click();
}

/** Signs in with the form. */
export async function signIn(page: Page, address: string, secret = password): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(address);
  await page.getByLabel("Password").fill(secret);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** The link in an e-mail whose path starts with `prefix`. */
export function linkIn(text: string, start: string): string {
  const found = new RegExp(`https?://[^\\s)\\]>]+(${start}[^\\s)\\]>]+)`, "u").exec(text);
  if (!found?.[1]) throw new Error(`The mail holds no link to ${start}.`);
  return found[1];
}

/** The slug of the demo's project. */
export async function demoSlug(page: Page): Promise<string> {
  const input = encodeURIComponent(JSON.stringify({ json: {} }));
  const answer = await page.request.get(`/api/trpc/projects.list?input=${input}`);
  const body = (await answer.json()) as { result: { data: { json: { items: { slug: string; acronym: string }[] } } } };
  const demo = body.result.data.json.items.find((project) => project.acronym === "BRIDGES");
  if (!demo) throw new Error("The demo's project is not there.");
  return demo.slug;
}

/** Plans a guide in the demo's project, as its coordinator; returns the path of its page. */
export async function planOutput(page: Page, title: string, lead: string): Promise<string> {
  await page.goto(`/projects/${await demoSlug(page)}/outputs/new`);
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Type").selectOption({ label: "Guide or handbook" });
  await page.getByLabel("Leading organisation").selectOption({ label: lead });
  await page.getByRole("button", { name: "Add to the plan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  return new URL(page.url()).pathname;
}

/** Uploads a text file on the open page of an output. */
export async function uploadText(page: Page, name: string, text: string): Promise<void> {
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
  await page
    .getByRole("region", { name: "Ready to upload" })
    .getByRole("button", { name: "Upload", exact: true })
    .click();
  await expect(page.getByRole("list", { name: "Uploads" }).getByText("uploaded", { exact: true })).toBeVisible();
}

/** Removes the reviewers that the form proposes, and chooses this one if there is one. */
export async function chooseReviewer(page: Page, name?: string): Promise<void> {
  const group = page.getByRole("group", { name: "Reviewers" });
  await expect(group).toBeVisible();
  const chosen = group.getByRole("checkbox", { checked: true });
  // Bounded: two are proposed, or those whose findings are open.
  for (let left = await chosen.count(); left > 0; left -= 1) await chosen.first().press("Space");
  await expect(chosen).toHaveCount(0);
  if (name !== undefined) await group.getByLabel(name).check();
}

type Look = {
  /** Runs only these rules. */
  rules?: string[];
  /** Checks only this part of the page, when the rest was already checked. */
  part?: string;
};

/** Expects no violations of axe on a page. */
export async function expectAccessible(page: Page, { rules, part }: Look = {}): Promise<void> {
  // A page that a link has just opened has its title last.
  await expect(page).toHaveTitle(/./);
  // axe is half a megabyte, so it is injected once per document.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    async ({ rules, part }) => {
      // During a colour transition contrast is neither that of the start nor of the end, also for elements that inherit
      // the colour. Chromium sometimes lists a transition long after its end.
      const moves = () =>
        document.getAnimations().some((one) => one instanceof CSSTransition && one.playState === "running");
      while (moves()) await new Promise(requestAnimationFrame);
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(part ?? document, {
        // All rules run; listing the nodes that pass would take longer than the checks.
        resultTypes: ["violations"],
        ...(rules === undefined ? {} : { runOnly: { type: "rule" as const, values: rules } }),
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
    },
    { rules, part },
  );
  expect(found).toEqual([]);
}

/** Checks the open page in light and dark mode, which differ only in colours. */
export async function expectAccessibleInBothSchemes(page: Page, part?: string): Promise<void> {
  const where = part === undefined ? {} : { part };
  // Reduced motion, because contrast during a transition between the modes is that of neither.
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await expectAccessible(page, where);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page, { ...where, rules: ["color-contrast"] });
}

/** Opens each page, checks it with axe in both modes, and checks that it does not scroll sideways on a small phone. */
export async function expectAllAccessible(page: Page, paths: readonly string[]): Promise<void> {
  const size = page.viewportSize();
  const info = base.info();
  // Checking a page takes seconds, more on a busy machine, so the timeout grows with the number of pages.
  info.setTimeout(info.timeout + paths.length * 15_000);
  for (const path of paths) {
    await page.goto(path);
    await expectAccessibleInBothSchemes(page);
    await page.setViewportSize({ width: 320, height: 640 });
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider, path).toBeLessThanOrEqual(0);
    if (size) await page.setViewportSize(size);
  }
}

/** A test that fails when its page logs an error, with the mailbox of the instance. */
export const test = base.extend<{ quiet: undefined }, { mailbox: Mailbox }>({
  mailbox: [
    async ({ browserName: _ }, use) => {
      const mailbox = await openMailbox(path.resolve("."), process.env["E2E_DATA_DIR"] ?? ".data");
      await use(mailbox);
      await mailbox.close();
    },
    { scope: "worker" },
  ],
  quiet: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on("pageerror", (problem) => complaints.push(problem.message));
      page.on("console", (line) => {
        // A refused form is a 4xx response, which the browser logs as an error.
        if (line.type() === "error" && !line.text().startsWith("Failed to load resource")) complaints.push(line.text());
      });
      await use(undefined);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

/** Asks the Greek partner for something in the demo's project, as the signed-in person. */
export async function askForTask(page: Page, title: string, dueOn?: string): Promise<void> {
  await page.goto(`/projects/${await demoSlug(page)}/tasks`);
  await page.getByText("Ask for something").click();
  await page.getByLabel("What is needed?").fill(title);
  await page.getByLabel("From whom?").selectOption({ label: "Anyone at ΙΕΚ Θερμαϊκού" });
  if (dueOn !== undefined) await page.getByLabel("Until when?").fill(dueOn);
  await page.getByRole("button", { name: "Ask" }).click();
  await expect(page.locator("li[id^=task-]").filter({ hasText: title })).toBeVisible();
}
