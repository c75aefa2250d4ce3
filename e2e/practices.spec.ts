import { randomUUID } from "node:crypto";
import { demoSlug, enterDemo, expect, expectAccessible, test } from "./fixtures";

test("a practice is drafted, returned, published and found without an account", async ({ page, browser }) => {
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
  await expect(page.getByText("This is a draft: only your consortium sees it.")).toBeVisible();
  const practice = new URL(page.url()).pathname;

  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await page.getByLabel("What you did").fill("They filmed each step.");
  await page.getByLabel("What changed").fill("Fewer questions at the bench.");
  await page.getByLabel("What it takes").fill("A telephone and a tripod.");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByText("The coordinator has been told")).toBeVisible();

  await coordinator.goto(practice);
  await coordinator.getByRole("button", { name: "Request changes" }).click();
  const dialog = coordinator.getByRole("dialog", { name: "Request changes" });
  await dialog.getByLabel("What should change?").fill("Say for how many pupils.");
  await dialog.getByRole("button", { name: "Request changes" }).click();
  await expect(dialog).toBeHidden();

  await page.reload();
  await expect(page.getByText("Say for how many pupils.")).toBeVisible();
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await page.getByLabel("For whom").fill("Forty pupils of fifteen");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByText("The coordinator has been told")).toBeVisible();

  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`/practices?text=${encodeURIComponent(title)}`);
  await expect(visitor.getByRole("link", { name: title })).toBeHidden();
  await coordinator.reload();
  await coordinator.getByRole("button", { name: "Publish" }).click();
  await expect(coordinator.getByText("Published. Everyone can read it on its public page.")).toBeVisible();
  await coordinator.context().close();

  await visitor.goto("/practices");
  await visitor.getByLabel("Search the library").fill(title);
  await visitor.getByRole("button", { name: "Search" }).click();
  await visitor.getByRole("link", { name: title }).click();
  await expect(visitor.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(visitor.getByText("Forty pupils of fifteen")).toBeVisible();
  await expect(visitor.getByText("Funded by the European Union.").first()).toBeVisible();
  await visitor.context().close();
});

test("concurrent edits of a practice keep the texts of both people", async ({ page }) => {
  const title = `Soldering ${randomUUID().slice(0, 8)}`;
  await enterDemo(page, "contributor");
  await page.goto(`/projects/${await demoSlug(page)}/practices/new`);
  await page.getByLabel("Title").fill(title);
  await page.getByRole("button", { name: "Save as a draft" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const practice = new URL(page.url()).pathname;
  const second = await page.context().newPage();
  const openBoth = async () => {
    for (const tab of [page, second]) {
      await tab.goto(`${practice}/edit`);
      // A tab whose scripts start later would restore what is typed in the other one as unsaved text of this person.
      await expect(tab.getByRole("button", { name: "Save", exact: true })).toBeEnabled();
    }
  };
  const save = (tab: typeof page) => tab.getByRole("button", { name: "Save", exact: true }).click();
  // The form contains the title and shows both texts, so only the address shows that it was saved.
  const saved = (tab: typeof page) => expect(tab).toHaveURL(practice);

  await openBoth();
  await page.getByLabel("The need").fill("Tin is dear.");
  await save(page);
  await saved(page);
  await second.getByLabel("What you did").fill("We soldered twice.");
  await save(second);
  await expect(second.getByRole("heading", { name: "Somebody else made other changes in the meantime" })).toBeFocused();
  await expect(second.getByText("We soldered twice.")).toBeVisible();
  await expect(second.getByText("Tin is dear.")).toBeVisible();
  await expect(second.getByRole("radio")).toHaveCount(0);
  await expectAccessible(second);
  await second.getByRole("button", { name: "Save both" }).click();
  await saved(second);
  await expect(second.getByText("Tin is dear.")).toBeVisible();
  await expect(second.getByText("We soldered twice.")).toBeVisible();

  await openBoth();
  await page.getByLabel("The need").fill("Tin is too dear.");
  await page.getByLabel("What it takes").fill("An iron.");
  await save(page);
  await saved(page);
  await second.getByLabel("The need").fill("Nobody has tin.");
  await save(second);
  const conflict = second.getByRole("group", { name: "The need" });
  await expect(second.getByRole("group")).toHaveCount(1);
  await expect(conflict.getByLabel("What you wrote")).toBeChecked();
  await expect(conflict.getByText("Nobody has tin.")).toBeVisible();
  await conflict.getByLabel("Current text").check();
  await second.getByRole("button", { name: "Keep what I chose" }).click();
  await saved(second);
  await expect(second.getByText("Tin is too dear.")).toBeVisible();
  await expect(second.getByText("An iron.")).toBeVisible();
});

test("a draft of a practice is deleted after a confirmation", async ({ page }) => {
  const title = `Notes ${randomUUID().slice(0, 8)}`;
  await enterDemo(page, "contributor");
  await page.goto(`/projects/${await demoSlug(page)}/practices/new`);
  await page.getByLabel("Title").fill(title);
  await page.getByRole("button", { name: "Save as a draft" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const practice = page.url();
  const dialog = page.getByRole("dialog", { name: `Delete the draft “${title}”?` });
  await page.getByRole("button", { name: "Delete draft" }).click();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Delete draft" }).click();
  await dialog.getByRole("button", { name: "Delete draft" }).click();
  await expect(page).toHaveURL(/\/practices$/u);
  await expect(page.getByText(title)).toHaveCount(0);
  expect((await page.request.get(practice)).status()).toBe(404);
});
