import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { chooseReviewer, demoSlug, expect, freshAddress, test } from "./fixtures";

/** The accessible name of the focused element, and whether its focus is visible. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return { name: "", isSeen: true, tag: "BODY" };
    const label = (element as HTMLInputElement).labels?.[0]?.innerText;
    const { outlineStyle } = getComputedStyle(element);
    // The focus ring of a date field is on its focused part, that of a switch on its label.
    const isPart = element instanceof HTMLInputElement && ["date", "radio"].includes(element.type);
    // The body has the focus after a navigation and needs no ring.
    const isSeen = isPart || element.id === "content" || (element.matches(":focus-visible") && outlineStyle !== "none");
    return { name: element.ariaLabel ?? label ?? element.innerText, isSeen, tag: element.tagName };
  });

/** Presses Tab until the element with this name has the focus; every element on the way must show the focus. */
async function tabTo(page: Page, name: RegExp, key = "Tab"): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press(key);
    const now = await focused(page);
    expect(now.isSeen, now.name).toBe(true);
    if (name.test(now.name)) return;
  }
  throw new Error(`The keyboard does not come to ${String(name)}.`);
}

async function press(page: Page, name: RegExp, key = "Enter"): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

async function type(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
}

/** The focus is inside the new page, not back at the top of the document. */
const expectInside = (page: Page) => expect(page.locator("#content:focus, #content :focus")).toHaveCount(1);

test("the main job by keyboard only", async ({ page }) => {
  const word = randomUUID().slice(0, 8);
  const file = { name: `leaflet ${word}.txt`, mimeType: "text/plain", buffer: Buffer.from(word) };
  // From the beginning, because the browser needs some time until the test handles its dialogs.
  page.on("filechooser", (chooser) => void chooser.setFiles(file));
  await page.goto("/sign-in");
  await press(page, /^Skip to the content$/u);
  await expect(page.locator("#content")).toBeFocused();
  await type(page, /^E-mail address/u, "ana@soldelevante.example");
  await type(page, /^Password/u, "workshop on wheels");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Ana");

  await press(page, /^Start a partnership$/u);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Start a partnership");
  await expectInside(page);
  await expect(page.getByText("Saved", { exact: true })).toBeHidden();
  await type(page, /^Action/u, "Cooperation Partnerships in voc");
  await type(page, /^Title/u, "By keyboard");
  await type(page, /^Acronym/u, `K${word}`);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await press(page, /^Continue: details/u);
  await expect(page).toHaveURL(/\/details$/u);
  await type(page, /^Summary/u, "No hand on a mouse.");
  await press(page, /^Continue: consortium/u);
  await expect(page).toHaveURL(/\/consortium$/u);
  await press(page, /^Add the first organisation/u);
  await expect(page.getByLabel("Name of the organisation")).toBeFocused();
  await page.keyboard.type(`Werkstatt ${word}`);
  await type(page, /^Country/u, "Germany");
  await type(page, /^E-mail addresses/u, freshAddress("heike"));
  await press(page, /^Add another organisation/u);
  await tabTo(page, /^Remove$/u, "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Add another organisation" })).toBeFocused();
  await press(page, /^Continue: outputs/u);
  await expect(page).toHaveURL(/\/outputs$/u);
  await press(page, /^Add the first output/u);
  await page.keyboard.type("Handbook");
  await press(page, /^Create the partnership/u);
  await expect(page.getByRole("heading", { level: 1, name: `K${word}` })).toBeVisible();
  await expectInside(page);

  const project = `/projects/${await demoSlug(page)}`;
  await page.goto(`${project}/outputs`);
  await press(page, /^Plan a result/u);
  await expect(page.getByRole("heading", { level: 1, name: "Plan a result" })).toBeVisible();
  await expectInside(page);
  await type(page, /^Title/u, `Leaflet ${word}`);
  await type(page, /^Type/u, "Guide");
  await type(page, /^Leading organisation/u, "ES Sol");
  await press(page, /^Add to the plan/u);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Leaflet ${word}`);
  await expectInside(page);
  await press(page, /^Choose files/u);
  await expect(page.getByRole("region", { name: "Ready to upload" })).toBeVisible();
  await press(page, /^Upload, then choose reviewers/u);
  await expect(page.getByRole("heading", { level: 1, name: "Ask for review" })).toBeVisible();
  await expectInside(page);
  await chooseReviewer(page);
  await press(page, /^Ask for review/u);
  await expect(page.getByText("Choose at least one reviewer.")).toBeVisible();
  await expect(page.getByRole("group", { name: "Reviewers" }).getByRole("checkbox").first()).toBeFocused();
  await tabTo(page, /^Ελένη Παπαδοπούλου/u);
  await page.keyboard.press("Space");
  await press(page, /^Ask for review/u);
  await expect(page.getByText("One review is still pending.").first()).toBeVisible();

  await page.goto(`${project}/consortium`);
  await press(page, /^Actions for Ελένη/u);
  await press(page, /^Remove Ελένη Παπαδοπούλου from the project/u);
  await expect(page.getByRole("dialog").getByRole("button", { name: "Close" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Actions for Ελένη Παπαδοπούλου" })).toBeFocused();
  await tabTo(page, /^Activity$/u, "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(
    page
      .locator("#feed")
      .getByRole("listitem")
      .filter({ hasText: `Leaflet ${word}` })
      .first(),
  ).toBeVisible();
});
