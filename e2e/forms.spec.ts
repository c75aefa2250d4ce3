import { demoSlug, enterDemo, expect, test } from "./fixtures";

declare global {
  interface Window {
    openedBefore?: boolean;
  }
}

test("a failed refresh leaves the page and its typed text as they are, and is repeated", async ({ page }) => {
  await enterDemo(page, "contributor");
  await page.goto("/account");
  await page.evaluate(() => (window.openedBefore = true));
  const unsaved = page.locator('input[name="email"]').first();
  await unsaved.fill("typed@school.example");
  let aborted = 0;
  let repeated = 0;
  await page.route("**/account", (route) => {
    if (route.request().method() !== "POST") return route.continue();
    if (aborted > 0) {
      repeated += 1;
      return route.continue();
    }
    aborted += 1;
    return route.abort("connectionreset");
  });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect.poll(() => aborted).toBe(1);
  await expect.poll(() => repeated).toBe(1);
  await expect(unsaved).toHaveValue("typed@school.example");
  expect(await page.evaluate(() => window.openedBefore)).toBe(true);
});

test("a page of a person cannot write after another person signed in, and keeps what was typed", async ({ page }) => {
  await enterDemo(page, "contributor");
  await page.goto("/account");
  await enterDemo(page, "coordinator");
  const name = page.getByRole("textbox", { name: "Your name" });
  await name.fill("Typed by the contributor");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.locator("form [role=alert]")).toContainText(/You are signed in as .+ now\. Reload/u);
  await expect(name).toHaveValue("Typed by the contributor");
  await page.reload();
  await expect(name).not.toHaveValue("Typed by the contributor");
});

test("without JavaScript every enabled button works, and the page says why others are disabled", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const works = "[popovertarget], form[method=get] button, form:has(input[name=_post]) button[type=submit]";
  const waiting = page.locator(`button:enabled:not(${works})`);
  for (const path of ["/", "/sign-in", "/sign-up", "/practices", "/can-we-apply"]) {
    await page.goto(path);
    expect(await waiting.allTextContents(), path).toEqual([]);
  }
  await enterDemo(page, "coordinator");
  const project = `/projects/${await demoSlug(page)}`;
  const parts = ["", "/outputs", "/consortium", "/consortium/invite", "/activity", "/practices", "/practices/new"];
  for (const path of ["/home", "/projects", "/account", "/reviews", ...parts.map((part) => project + part)]) {
    await page.goto(path);
    expect(await waiting.allTextContents(), path).toEqual([]);
  }
  await page.goto("/practices");
  await expect(page.getByRole("search").getByRole("button")).toBeEnabled();
  await page.goto("/account");
  await expect(page.locator("noscript p")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save", exact: true })).toBeDisabled();
  await context.close();
});

test("a form keeps unsaved text across reload and back, until it is discarded or saved", async ({ page }) => {
  await enterDemo(page, "coordinator");
  const address = `/projects/${await demoSlug(page)}/outputs/new`;
  await page.goto(address);
  const [title, description] = [page.locator('[name="title"]'), page.locator('textarea[name="description"]')];
  const restored = page.getByText("We put back what you typed");
  await title.fill("Tools on wheels");
  await description.fill("The workshop is far away.");
  await page.reload();
  await expect(restored).toBeVisible();
  await expect(title).toHaveValue("Tools on wheels");
  await expect(description).toHaveValue("The workshop is far away.");
  await page.goto("/home");
  await page.goBack();
  await expect(description).toHaveValue("The workshop is far away.");
  await page.getByRole("button", { name: "Discard it" }).click();
  await expect(title).toHaveValue("");
  await page.reload();
  await expect(page.getByRole("button", { name: "Add to the plan" })).toBeEnabled();
  await expect(title).toHaveValue("");
  await expect(restored).toBeHidden();
});

test("cards of organisations to invite keep what was typed across a reload, until it is discarded or sent", async ({
  page,
}) => {
  await enterDemo(page, "coordinator");
  await page.goto(`/projects/${await demoSlug(page)}/consortium/invite`);
  const cards = page.getByRole("region", { name: "Organisations", exact: true });
  const names = cards.getByLabel("Name of the organisation");
  const restored = cards.getByText("We put back what you typed");
  await expect(cards.getByRole("button", { name: "Add another organisation" })).toBeEnabled();
  await names.first().fill("Scuola dei due mari");
  await cards.getByRole("button", { name: "Add another organisation" }).click();
  await names.nth(1).fill("Liceo del porto");
  await cards.getByLabel("Country").nth(1).selectOption({ label: "Italy" });
  await cards.getByLabel("E-mail addresses of its people").nth(1).fill("preside@liceo.example");
  await page.reload();
  await expect(restored).toBeVisible();
  await expect(names.first()).toHaveValue("Scuola dei due mari");
  await expect(names.nth(1)).toHaveValue("Liceo del porto");
  await expect(cards.getByLabel("Country").nth(1)).toHaveValue("IT");
  await expect(cards.getByLabel("E-mail addresses of its people").nth(1)).toHaveValue("preside@liceo.example");
  await cards.getByRole("button", { name: "Discard it" }).click();
  await expect(names).toHaveCount(1);
  await page.reload();
  await expect(cards.getByRole("button", { name: "Add another organisation" })).toBeEnabled();
  await expect(names).toHaveValue("");
  await expect(restored).toBeHidden();
  await names.fill("Scuola del lago");
  await cards.getByLabel("Country").selectOption({ label: "Italy" });
  await cards.getByRole("button", { name: "Invite organisations" }).click();
  await expect(page.getByText("Nobody was invited")).toBeVisible();
  await page.reload();
  await expect(cards.getByRole("button", { name: "Add another organisation" })).toBeEnabled();
  await expect(names).toHaveValue("");
});

test("unsaved text is not put over a value that was saved since; it is shown beside it", async ({ page }) => {
  await enterDemo(page, "contributor");
  await page.goto("/account");
  const name = page.getByRole("textbox", { name: "Your name" });
  const save = page.getByRole("button", { name: "Save", exact: true });
  await expect(save).toBeEnabled();
  const before = await name.inputValue();
  await name.fill("Unsaved name");
  const other = await page.context().newPage();
  await other.goto("/account");
  await expect(other.getByRole("textbox", { name: "Your name" })).toHaveValue("Unsaved name");
  await other.getByRole("textbox", { name: "Your name" }).fill("Saved name");
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await expect(other.getByText("Saved.", { exact: true })).toBeVisible();
  // The first page still has its text, and keeps it with the next character.
  await name.press("End");
  await name.press("!");
  await page.reload();
  await expect(name).toHaveValue("Saved name");
  await expect(page.getByText("Unsaved name!")).toBeVisible();
  await name.fill(before);
  await save.click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
});

test("text typed before the scripts are there is kept", async ({ page }) => {
  await enterDemo(page, "coordinator");
  let scripts = () => {};
  const loaded = new Promise<void>((resolve) => (scripts = resolve));
  await page.route("**/_next/static/**/*.js", async (route) => {
    await loaded;
    await route.continue();
  });
  const address = `/projects/${await demoSlug(page)}/outputs/new`;
  await page.goto(address, { waitUntil: "commit" });
  const description = page.locator('textarea[name="description"]');
  await description.fill("Typed on a slow line.");
  await expect(page.locator("main form button[type=submit]")).toBeDisabled();
  scripts();
  await expect(page.locator("main form button[type=submit]")).toBeEnabled();
  await expect(description).toHaveValue("Typed on a slow line.");
  await page.reload();
  await expect(description).toHaveValue("Typed on a slow line.");
  await page.getByRole("button", { name: "Discard it" }).click();
});
