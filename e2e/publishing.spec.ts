import { demoSlug, enterDemo, expect, test } from "./fixtures";

test("an approved output is marked as published after an explanation, and the mark is taken back", async ({ page }) => {
  await enterDemo(page, "coordinator");
  await page.goto(`/projects/${await demoSlug(page)}/outputs`);
  await page
    .getByRole("link", { name: /The mobile workshop: design and safety rules/u })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: /The mobile workshop/u })).toBeVisible();
  await page.getByRole("button", { name: "Mark as published" }).click();
  const dialog = page.getByRole("dialog", { name: "Mark this output as published?" });
  await expect(dialog).toContainText("no file becomes public here");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Mark as published" }).click();
  await dialog.getByRole("button", { name: "Mark as published" }).click();
  await expect(page.getByText("marked this output as published")).toBeVisible();
  await page.getByRole("button", { name: "Mark as not published" }).click();
  await expect(page.getByText("marked this output as not published")).toBeVisible();
  await expect(page.getByRole("button", { name: "Mark as published" })).toBeVisible();
});
