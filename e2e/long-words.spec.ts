import type { Page } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { demoSlug, enterDemo, expect, freshAddress, signUp, test } from "./fixtures";

/** A word of 70 letters without a place to break it, such as a file name. */
const longWord = (start: string) =>
  `${start}_Handbook_for_trainers_in_vocational_education_EN_final_version_2`.padEnd(70, "x");

async function expectWithinScreen(page: Page, paths: readonly string[]) {
  for (const width of [375, 320]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of paths) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${path} at ${String(width)} px`).toBeLessThanOrEqual(width);
    }
  }
}

test("no word makes a page wider than a phone", async ({ page }) => {
  await enterDemo(page, "coordinator");
  const project = `/projects/${await demoSlug(page)}`;
  const title = longWord(randomUUID().slice(0, 6));
  await page.goto(`${project}/outputs/new`);
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Description").fill(title);
  await page.getByLabel("Type").selectOption({ label: "Guide or handbook" });
  await page.getByLabel("Leading organisation").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Add to the plan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  const output = new URL(page.url()).pathname;
  await page.goto(`${project}/practices/new`);
  await page.getByLabel("Title").fill(title);
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.getByLabel("The need").fill(title);
  await page.getByLabel("What you do").fill(title);
  await page.getByRole("button", { name: "Save and close" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title, exact: true })).toBeVisible();
  const practice = new URL(page.url()).pathname;
  await expectWithinScreen(page, [
    ...[output, `${output}/edit`, practice, `${practice}/edit`],
    ...["", "/outputs", "/practices", "/activity", "/consortium"].map((part) => project + part),
    "/home",
  ]);
});

test("long names of a person and a partnership stay within a phone", async ({ page }) => {
  await signUp(page, { name: longWord("Name"), address: freshAddress("long") });
  await expect(page).not.toHaveURL(/sign-up/u);
  await expectWithinScreen(page, ["/welcome", "/account", "/home", "/projects"]);
});
