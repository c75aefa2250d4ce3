import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { askForTask, demoSlug, enterDemo, expect, expectAccessibleInBothSchemes, test } from "./fixtures";

const task = (page: Page, title: string) => page.locator("li[id^=task-]").filter({ hasText: title });

test("the coordinator asks a partner, who accepts, moves, gives away and finishes it from the home page", async ({
  page: coordinator,
  browser,
  mailbox,
}) => {
  const title = `Posters ${randomUUID().slice(0, 8)}`;
  const partner = await (await browser.newContext()).newPage();
  const contributor = await (await browser.newContext()).newPage();
  await enterDemo(coordinator, "coordinator");
  await enterDemo(partner, "partner");
  await enterDemo(contributor, "contributor");

  await coordinator.goto(`/projects/${await demoSlug(coordinator)}/tasks`);
  await coordinator.getByText("Ask for something").click();
  await coordinator.getByLabel("What is needed?").fill(title);
  await coordinator.getByLabel("From whom?").selectOption({ label: "Anyone at ΙΕΚ Θερμαϊκού" });
  await coordinator.getByLabel("Until when?").fill("2099-01-01");
  await coordinator.getByRole("button", { name: "Ask" }).click();
  await expect(coordinator.getByText("Choose a day within the project").first()).toBeVisible();
  await expect(coordinator.getByLabel("What is needed?")).toHaveValue(title);
  await coordinator.getByLabel("Until when?").fill(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10));
  await coordinator.getByRole("button", { name: "Ask" }).click();
  await expect(task(coordinator, title)).toContainText("asked");
  await expectAccessibleInBothSchemes(coordinator);
  expect(await mailbox.newest("eleni@iek-thermaikou.example", title)).toContain("asks for it");

  await partner.goto("/home");
  await task(partner, title).getByRole("button", { name: "Accept" }).click();
  await expect(task(partner, title)).toContainText("open");
  await task(partner, title).getByRole("link", { name: "I need more days" }).click();
  await partner.getByLabel("New day").fill(new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10));
  await partner.getByLabel("Why?").fill("The printer is broken.");
  await partner.getByRole("button", { name: "Move the day" }).click();
  await expect(partner.getByLabel("New day")).toBeHidden();
  await task(partner, title).getByRole("link", { name: "Ask back" }).click();
  await partner.getByLabel("What do you want to know?").fill("How many posters?");
  await partner.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(partner.getByLabel("What do you want to know?")).toBeHidden();
  await coordinator.reload();
  await expect(task(coordinator, title)).toContainText("The printer is broken.");
  await task(coordinator, title).getByRole("link", { name: title }).click();
  await expect(coordinator.getByText("How many posters?")).toBeVisible();
  await expectAccessibleInBothSchemes(coordinator);
  await task(partner, title).getByRole("link", { name: "Give to a colleague" }).click();
  await partner.getByLabel("Colleague").selectOption({ label: "Νίκος Αντωνίου" });
  await partner.getByRole("button", { name: "Give to a colleague" }).click();
  await expect(task(partner, title)).toContainText("Νίκος Αντωνίου");

  await contributor.goto("/home");
  const elsewhere = await (await browser.newContext()).newPage();
  await enterDemo(elsewhere, "contributor");
  await elsewhere.goto("/home");
  await expect(task(elsewhere, title)).toBeVisible();
  await task(contributor, title).getByRole("button", { name: "Done" }).click();
  await expect(task(contributor, title)).toContainText("Done.");
  // Both pages are told of it; the one that offers to undo it does not lose the line, and goes on to show what is new.
  await expect(task(elsewhere, title)).toHaveCount(0);
  const another = `Flyers ${randomUUID().slice(0, 8)}`;
  await askForTask(coordinator, another);
  await expect(contributor.getByRole("main")).toContainText(another);
  await task(contributor, title).getByRole("button", { name: "Undo" }).click();
  await expect(task(elsewhere, title)).toBeVisible();
  await task(contributor, title).getByRole("button", { name: "Done" }).click();
  await expect(task(contributor, title)).toContainText("Done.");
  await contributor.reload();
  await expect(task(contributor, title)).toHaveCount(0);
  await expectAccessibleInBothSchemes(contributor);

  await coordinator.goto(`/projects/${await demoSlug(coordinator)}/tasks?state=done`);
  await expect(task(coordinator, title)).toContainText("done");
  for (const page of [partner, contributor, elsewhere]) await page.context().close();
});

test("the coordinator pastes several tasks; lines that are no tasks are named and stay in the field", async ({
  page,
}) => {
  const mark = randomUUID().slice(0, 8);
  await enterDemo(page, "coordinator");
  await page.goto(`/projects/${await demoSlug(page)}/tasks`);
  await page.getByText("Paste several tasks").click();
  await page
    .getByLabel("One task in each line")
    .fill([`Menus ${mark} – ΙΕΚ Θερμαϊκού`, `Chairs ${mark}; Νίκος`, `Lamps ${mark} – Nobody – 12 May`].join("\n"));
  await expect(page.getByText("“Nobody” is nobody in this project.")).toBeVisible();
  await expect(page.getByText("2 tasks are recognised.")).toBeVisible();
  await expectAccessibleInBothSchemes(page);
  await page.getByRole("button", { name: "Ask for 2 tasks" }).click();
  await expect(page.getByLabel("One task in each line")).toHaveValue(`Lamps ${mark} – Nobody – 12 May`);
  await page.reload();
  await page.getByText("Paste several tasks").click();
  await expect(page.getByLabel("One task in each line")).toHaveValue(`Lamps ${mark} – Nobody – 12 May`);
});

test("the coordinator reminds everyone who is late, once a day", async ({ page, mailbox }) => {
  const title = `Late menus ${randomUUID().slice(0, 8)}`;
  await enterDemo(page, "coordinator");
  await askForTask(page, title, new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10));
  await expect(task(page, title)).toContainText("late");
  await page.getByRole("link", { name: "Remind everyone who is late" }).click();
  // The page before has the title of the task too.
  await expect(page.getByRole("heading", { level: 1, name: "Remind partners" })).toBeVisible();
  await expect(page).toHaveTitle(/^Remind partners/u);
  await expect(page.getByRole("main")).toContainText(title);
  await expectAccessibleInBothSchemes(page);
  await page.getByRole("button", { name: /^Send/u }).click();
  await expect(page.getByText("All were reminded today.")).toBeVisible();
  // An earlier reminder may be the newest e-mail until this one comes.
  await expect.poll(() => mailbox.newest("eleni@iek-thermaikou.example", "late")).toContain(title);
});

test("a task is added in one line from the plan, an output and a comment", async ({ page }) => {
  const mark = randomUUID().slice(0, 8);
  const line = () => page.getByLabel("What – who – until when");
  await enterDemo(page, "coordinator");
  await page.goto(`/projects/${await demoSlug(page)}/outputs`);
  await page.getByText("Ask a partner for something").click();
  await line().fill(`Chairs ${mark} – Nobody`);
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(page.getByText("“Nobody” is nobody in this project.").first()).toBeVisible();
  await line().fill(`Chairs ${mark} – Νίκος`);
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(page.getByText(`Νίκος Αντωνίου is asked for “Chairs ${mark}”.`)).toBeVisible();
  await expectAccessibleInBothSchemes(page);
  await page
    .getByRole("main")
    .getByRole("link", { name: /Trainer handbook/u })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: /Trainer handbook/u })).toBeVisible();
  await page.getByText("Ask a partner for something").click();
  await page.getByRole("link", { name: "Repeat it every month, or add a note" }).click();
  await expect(page.getByLabel("For which output?").locator("option:checked")).toHaveText("O3 Trainer handbook");
  await page.goBack();
  const text = `Which printer ${randomUUID().slice(0, 8)}?`;
  await page.getByLabel("Your comment").fill(text);
  await page.getByRole("button", { name: "Post comment" }).click();
  const comment = page.getByRole("article").filter({ hasText: text });
  await comment.getByRole("link", { name: "Make a task of it" }).click();
  const ofComment = comment.getByLabel("What – who – until when");
  await expect(ofComment).toHaveValue(`${text} – `);
  await ofComment.fill(`${text} – ΙΕΚ Θερμαϊκού`);
  await comment.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(ofComment).toBeHidden();
  await page.goto(`/projects/${await demoSlug(page)}/tasks`);
  await expect(task(page, text)).toContainText("Trainer handbook");
});
