import { randomUUID } from "node:crypto";
import { demoSlug, enterDemo, expect, test } from "./fixtures";

test("a practice is written, comes back, is published and found without an account", async ({ page, browser }) => {
  const title = `Welding ${randomUUID().slice(0, 8)} without words`;
  const coordinator = await (await browser.newContext()).newPage();
  await enterDemo(coordinator, "coordinator");
  await enterDemo(page, "contributor");
  await page.goto(`/projects/${await demoSlug(page)}/practices`);
  await page.getByRole("link", { name: "Share a good practice" }).click();
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("The need").fill("Pupils read six languages.");
  await page.getByRole("button", { name: "Save as a draft" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText("A draft: only your consortium sees it.")).toBeVisible();
  const practice = new URL(page.url()).pathname;

  await page.getByRole("link", { name: "Change it" }).click();
  await page.getByLabel("What you did").fill("They filmed each step.");
  await page.getByLabel("What changed").fill("Fewer questions at the bench.");
  await page.getByLabel("What it takes").fill("A telephone and a tripod.");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Hand it in" }).click();
  await expect(page.getByText("The coordinator has been told")).toBeVisible();

  await coordinator.goto(practice);
  await coordinator.getByRole("button", { name: "Give it back" }).click();
  const dialog = coordinator.getByRole("dialog", { name: "Give it back" });
  await dialog.getByLabel("What should change?").fill("Say for how many pupils.");
  await dialog.getByRole("button", { name: "Give it back" }).click();
  await expect(dialog).toBeHidden();

  await page.reload();
  await expect(page.getByText("Say for how many pupils.")).toBeVisible();
  await page.getByRole("link", { name: "Change it" }).click();
  await page.getByLabel("For whom").fill("Forty pupils of fifteen");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Hand it in" }).click();
  await expect(page.getByText("The coordinator has been told")).toBeVisible();

  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`/practices?text=${encodeURIComponent(title)}`);
  await expect(visitor.getByRole("link", { name: title })).toBeHidden();
  await coordinator.reload();
  await coordinator.getByRole("button", { name: "Publish it" }).click();
  await expect(coordinator.getByText("Published. Everyone can read it on its public page.")).toBeVisible();
  await coordinator.context().close();

  await visitor.goto("/practices");
  await visitor.getByLabel("Search").fill(title);
  await visitor.getByRole("button", { name: "Find" }).click();
  await visitor.getByRole("link", { name: title }).click();
  await expect(visitor.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(visitor.getByText("Forty pupils of fifteen")).toBeVisible();
  await expect(visitor.getByText("Funded by the European Union.").first()).toBeVisible();
  await visitor.context().close();
});
