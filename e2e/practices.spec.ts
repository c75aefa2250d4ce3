import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { demoSlug, enterDemo, expect, expectAccessible, test } from "./fixtures";

/** Starts a draft, and opens its form. */
async function startPractice(page: Page, title: string): Promise<string> {
  await page.goto(`/projects/${await demoSlug(page)}/practices/new`);
  await page.getByLabel("Title").fill(title);
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Edit “${title}”` })).toBeVisible();
  await expect(page.getByRole("button", { name: "Save and close" })).toBeEnabled();
  return new URL(page.url()).pathname.replace(/\/edit$/u, "");
}

const finish = (page: Page) => page.getByRole("button", { name: "Save and close" }).click();

test("a practice is drafted, returned, published, changed in a draft, and withdrawn with a reason", async ({
  page,
  browser,
}) => {
  const title = `Welding ${randomUUID().slice(0, 8)} without words`;
  const coordinator = await (await browser.newContext()).newPage();
  await enterDemo(coordinator, "coordinator");
  await enterDemo(page, "contributor");
  const practice = await startPractice(page, title);
  await page.getByLabel("The need").fill("Pupils read six languages.");
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  // Saved while it was typed, so nothing is lost without the button.
  await page.goto(practice);
  await expect(page.getByText("Pupils read six languages.")).toBeVisible();
  await expect(page.getByText("This is a draft: only your consortium sees it.")).toBeVisible();
  await expect(
    page.getByText("Before you submit it, fill in: at least one step, what it takes, what changed"),
  ).toBeVisible();

  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await page.getByLabel("What you do").fill("They film each step.");
  await page.getByRole("button", { name: "Add a step" }).click();
  await page.getByLabel("What you do").nth(1).fill("They cut the film.");
  await page.getByRole("button", { name: "Move row 2 up" }).click();
  await page.getByLabel("Rooms and equipment").fill("A telephone and a tripod.");
  await page.getByLabel("What you saw or counted").fill("Fewer questions at the bench.");
  await page.getByLabel("Kind").selectOption({ label: "Observation" });
  await page.locator("summary", { hasText: "Topics" }).click();
  await page.getByLabel("Teaching methods").check();
  await finish(page);
  const steps = page.getByRole("main").getByRole("listitem").filter({ hasText: /^\d/u });
  await expect(steps.first()).toContainText("They cut the film.");
  await expect(page.getByText("Before you submit it")).toBeHidden();
  await expectAccessible(page);
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
  await page.getByLabel("Who took part").fill("Forty pupils of fifteen");
  await finish(page);
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByText("The coordinator has been told")).toBeVisible();

  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`/practices?text=${encodeURIComponent(title)}`);
  await expect(visitor.getByRole("link", { name: title })).toBeHidden();
  await coordinator.reload();
  await coordinator.getByRole("button", { name: "Publish" }).click();
  await expect(coordinator.getByText("Published. Everyone can read it on its public page.")).toBeVisible();

  await visitor.goto("/practices");
  await visitor.getByLabel("Search the library").fill(title);
  await visitor.getByRole("button", { name: "Search" }).click();
  await visitor.getByRole("link", { name: title }).click();
  await expect(visitor.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(visitor.getByText("Forty pupils of fifteen")).toBeVisible();
  await expect(visitor.getByText("Funded by the European Union.").first()).toBeVisible();
  await expectAccessible(visitor);

  await page.reload();
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await page.getByLabel("Who took part").fill("Ninety pupils");
  await finish(page);
  await expect(page.getByText("The public page shows edition 1 until the draft is published.")).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByText("Forty pupils of fifteen")).toBeVisible();

  await coordinator.reload();
  await coordinator.getByRole("button", { name: "Withdraw" }).click();
  const reason = coordinator.getByRole("dialog", { name: "Withdraw" });
  await reason.getByLabel("Why is it withdrawn?").fill("A film shows a face.");
  await reason.getByRole("button", { name: "Withdraw" }).click();
  await expect(coordinator.getByText("Withdrawn from the public")).toBeVisible();
  await coordinator.context().close();
  expect((await visitor.reload())?.status()).toBe(410);
  await expect(visitor.getByText("A film shows a face.")).toBeVisible();
  await visitor.context().close();
});

test("a person agrees to be the public contact of a practice, and stops", async ({ page, browser }) => {
  await enterDemo(page, "coordinator");
  await page.goto(`/projects/${await demoSlug(page)}/practices`);
  await page.getByRole("link", { name: /silent film/u }).click();
  await page.getByRole("button", { name: "Be the contact" }).click();
  const dialog = page.getByRole("dialog", { name: "Show your name and e-mail address to everyone?" });
  await dialog.getByRole("button", { name: "Be the contact" }).click();
  await expect(page.getByText("agreed to be the contact.")).toBeVisible();
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto((await page.getByRole("link", { name: "See the public page" }).getAttribute("href")) ?? "");
  await expect(visitor.getByRole("link", { name: "ana@soldelevante.example" })).toBeVisible();
  await page.getByRole("button", { name: "Remove the contact" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove the contact" }).click();
  await expect(page.getByText("Nobody is named as the contact.")).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByRole("link", { name: "ana@soldelevante.example" })).toBeHidden();
  await visitor.context().close();
});

test("a practice starts from a published output", async ({ page }) => {
  await enterDemo(page, "coordinator");
  const plan = `/projects/${await demoSlug(page)}/outputs`;
  await page.goto(plan);
  await page.locator(`main a[href^="${plan}/0"]`).first().click();
  const share = page.getByRole("link", { name: "Share as a good practice" });
  await expect(share).toBeVisible();
  const visitor = await page.context().newPage();
  await visitor.goto((await page.locator('main a[href^="/outputs/"]').first().getAttribute("href")) ?? "");
  const abstract = await visitor.locator("main section p[lang]").first().innerText();
  await visitor.close();
  await share.click();
  const practice = `From an output ${randomUUID().slice(0, 8)}`;
  await page.getByLabel("Title").fill(practice);
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByLabel("The need")).toHaveValue(abstract);
});

test("concurrent edits of a practice keep the texts of both people", async ({ page }) => {
  await enterDemo(page, "contributor");
  const practice = await startPractice(page, `Soldering ${randomUUID().slice(0, 8)}`);
  const second = await page.context().newPage();
  const openBoth = async () => {
    for (const tab of [page, second]) {
      await tab.goto(`${practice}/edit`);
      // A tab whose scripts start later would restore what is typed in the other one as unsaved text of this person.
      await expect(tab.getByRole("button", { name: "Save and close" })).toBeEnabled();
    }
  };
  // The form contains the title and shows both texts, so only the address shows that it was saved.
  const saved = (tab: Page) => expect(tab).toHaveURL(practice);

  await openBoth();
  await page.getByLabel("The need").fill("Tin is dear.");
  await finish(page);
  await saved(page);
  await second.getByLabel("What you do").fill("We soldered twice.");
  await finish(second);
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
  await page.getByLabel("Anything else").fill("An iron.");
  await finish(page);
  await saved(page);
  await second.getByLabel("The need").fill("Nobody has tin.");
  await finish(second);
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
  const practice = await startPractice(page, title);
  await finish(page);
  await expect(page).toHaveURL(practice);
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

test("an organisation that wants to try a practice talks to its owner, and to nobody else", async ({
  page,
  browser,
}) => {
  const question = `How long does a film take? ${randomUUID().slice(0, 8)}`;
  await enterDemo(page, "coordinator");
  await page.goto("/practices");
  await page.getByRole("link", { name: /silent film/u }).click();
  await page.getByRole("link", { name: "We want to try this" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^We want to try/u })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Your message").fill(question);
  await page.getByRole("button", { name: "Send the message" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: question })).toBeVisible();
  await expectAccessible(page);
  const conversation = new URL(page.url()).pathname;

  const owner = await (await browser.newContext()).newPage();
  await enterDemo(owner, "partner");
  await owner.goto("/conversations");
  await owner.getByRole("link", { name: /silent film/u }).click();
  await expect(owner.getByText(question)).toBeVisible();
  await owner.getByLabel("Your message").fill(`A week. ${question}`);
  await owner.getByRole("button", { name: "Send", exact: true }).click();
  await expect(owner.getByRole("listitem").filter({ hasText: `A week. ${question}` })).toBeVisible();
  await expect(owner.getByLabel("Your message")).toHaveValue("");
  await page.reload();
  await expect(page.getByText(`A week. ${question}`)).toBeVisible();

  // The evaluator is of the same project.
  const other = await (await browser.newContext()).newPage();
  await enterDemo(other, "evaluator");
  expect((await other.request.get(conversation)).status()).toBe(404);
  await other.context().close();

  await owner.getByRole("button", { name: "Block" }).click();
  await owner.getByRole("dialog").getByRole("button", { name: "Block" }).click();
  await expect(owner.getByText("Your organisation blocked this conversation.")).toBeVisible();
  await expectAccessible(owner);
  await page.reload();
  await expect(page.getByText("You can no longer write in it.")).toBeVisible();
  await owner.context().close();
});

test("a practice is translated side by side, shown in the reader's language, and marked when it is out of date", async ({
  page,
  browser,
}) => {
  const title = `Sawing ${randomUUID().slice(0, 8)}`;
  await enterDemo(page, "coordinator");
  const practice = await startPractice(page, title);
  await page.getByLabel("The need").fill("Nobody saws straight.");
  await page.getByLabel("What you do").fill("Draw the line first.");
  await page.getByLabel("Anything else").fill("A saw for each pupil.");
  await page.getByLabel("What you saw or counted").fill("Nine of ten saw straight.");
  await finish(page);
  await page.getByRole("button", { name: "Submit" }).click();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Published. Everyone can read it on its public page.")).toBeVisible();
  const address = (await page.getByRole("link", { name: "See the public page" }).getAttribute("href")) ?? "";

  await page.getByRole("link", { name: "Translate", exact: true }).click();
  await page.getByLabel("Language").selectOption({ label: "Polish" });
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByLabel("Translated by people").check();
  await page.getByLabel("Title (Polish)").fill("Piłowanie");
  await page.getByLabel("The need (Polish)").fill("Nikt nie piłuje prosto.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save the translation" }).click();
  await expect(page).toHaveURL(practice);
  await expect(page.getByText("3 texts are missing")).toBeVisible();

  const reader = await (await browser.newContext({ locale: "pl-PL" })).newPage();
  await reader.goto(address);
  await expect(reader.getByRole("heading", { level: 1, name: "Piłowanie" })).toBeVisible();
  await expect(reader.getByText("Translated by people from English.")).toBeVisible();
  await expect(reader.getByText("Draw the line first.")).toBeVisible();
  await expectAccessible(reader);
  await reader.getByRole("link", { name: "English" }).click();
  await expect(reader.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(reader.locator('link[rel="alternate"][hreflang="pl"]')).toHaveCount(1);

  await page.goto(`${practice}/edit`);
  await page.getByLabel("The need").fill("Few people saw straight.");
  await finish(page);
  await page.getByRole("button", { name: "Submit" }).click();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Published. Everyone can read it on its public page.")).toBeVisible();
  await expect(page.getByText("1 text is out of date")).toBeVisible();
  await reader.goto(address);
  await expect(reader.getByText("The original has changed since this was translated.")).toBeVisible();
  await reader.context().close();
});
