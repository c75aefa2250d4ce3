import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import {
  chooseReviewer,
  demoSlug,
  type DemoRole,
  enterDemo,
  expect,
  freshAddress,
  linkIn,
  signUp,
  test,
} from "./fixtures";

async function withoutScripts(browser: Browser, role?: DemoRole): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  if (role) await enterDemo(page, role);
  return page;
}

test("a person signs up, is refused with a wrong password and signs in without scripts", async ({ browser }) => {
  const address = freshAddress("plain");
  const page = await withoutScripts(browser);
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill("Plain Person");
  await page.getByLabel("E-mail address").fill(address);
  await page.getByLabel("Password").fill("PASSWORD123");
  await page.getByRole("button", { name: "Create my account" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("Your name")).toHaveValue("Plain Person");
  await expect(page.getByLabel("E-mail address")).toHaveValue(address);
  await expect(page.getByLabel("Password")).toHaveValue("");
  await page.getByLabel("Password").fill("a long enough sentence");
  await page.getByRole("button", { name: "Create my account" }).click();
  await expect(page.getByRole("heading", { name: "Your organisation" })).toBeVisible();
  await page.context().clearCookies();
  await page.goto("/sign-in?next=%2Faccount");
  await page.getByLabel("E-mail address").fill(address);
  await page.getByLabel("Password").fill("another long sentence");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("Wrong e-mail address or password.")).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveValue(address);
  await page.getByLabel("Password").fill("a long enough sentence");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/account$/u);
  await expect(page.getByRole("textbox", { name: "Your name" })).toHaveValue("Plain Person");
  await page.context().close();
});

test("review, comment and decision are posted without scripts, each once", async ({ page, browser }) => {
  const title = `Plain ${randomUUID().slice(0, 8)}`;
  await enterDemo(page, "coordinator");
  await page.goto(`/projects/${await demoSlug(page)}/outputs/new`);
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Type").selectOption({ label: "Guide or handbook" });
  await page.getByLabel("Leading organisation").selectOption({ label: "ES Sol de Levante" });
  await page.getByRole("button", { name: "Add to the plan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  const output = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "Add a link" }).click();
  await page.getByRole("dialog").getByLabel("Address").fill("https://handbook.example/");
  await page.getByRole("dialog").getByLabel("Name").fill(`site ${title}`);
  await page.getByRole("dialog").getByRole("button", { name: "Add the link" }).click();
  await expect(page.getByRole("list", { name: "Files" })).toContainText(`site ${title}`);

  const coordinator = await withoutScripts(browser, "coordinator");
  await coordinator.goto(output);
  await coordinator.getByRole("link", { name: "Ask for review" }).first().click();
  await chooseReviewer(coordinator);
  await coordinator.getByLabel("Message to the reviewers").fill("Is it clear?");
  await coordinator.getByRole("button", { name: "Ask for review" }).click();
  await expect(coordinator.getByRole("alert")).toBeVisible();
  await expect(coordinator.getByLabel("Message to the reviewers")).toHaveValue("Is it clear?");
  await coordinator.getByRole("group", { name: "Reviewers" }).getByLabel("Ελένη Παπαδοπούλου").check();
  await coordinator.getByRole("button", { name: "Ask for review" }).click();
  await expect(coordinator).toHaveURL(/\/submissions\/[0-9a-f-]{36}$/u);
  const submission = new URL(coordinator.url()).pathname;

  const reviewer = await withoutScripts(browser, "partner");
  await reviewer.goto(submission);
  await reviewer.getByText("Add a finding", { exact: true }).click();
  await reviewer.getByLabel("Quotation").fill(`From ${title}`);
  // The browser takes spaces for an answer, the server does not.
  await reviewer.getByLabel("What did you find?").fill("   ");
  await reviewer.getByRole("button", { name: "Save the finding" }).click();
  await expect(reviewer.getByRole("alert")).toBeVisible();
  await expect(reviewer.getByLabel("Quotation")).toHaveValue(`From ${title}`);
  await reviewer.getByLabel("Recommend approval with remarks").check();
  await reviewer.getByLabel("Language: score").selectOption("4");
  await reviewer.getByRole("button", { name: "Give this review" }).click();
  await expect(reviewer.getByRole("alert")).toBeVisible();
  await expect(reviewer.getByLabel("Language: score")).toHaveValue("4");
  await reviewer.getByLabel("Your comments").fill("A source is missing.");
  await reviewer.getByRole("button", { name: "Give this review" }).click();
  await expect(reviewer.getByRole("region", { name: "Reviews" })).toContainText("A source is missing.");
  await expect(reviewer.getByRole("row", { name: /^Language/u })).toContainText("4");
  await reviewer.getByRole("region", { name: "Comments" }).getByRole("textbox").fill("See page 3.");
  await reviewer.getByRole("button", { name: "Post comment" }).click();
  await expect(reviewer.getByText("See page 3.", { exact: true })).toHaveCount(1);
  await reviewer.reload();
  await expect(reviewer.getByText("See page 3.", { exact: true })).toHaveCount(1);
  await reviewer.context().close();

  // The form is in a closed part of the page, which shows what was refused.
  await coordinator.goto(`/projects/${await demoSlug(coordinator)}/outputs`);
  await coordinator.getByText("Ask a partner for something").click();
  await coordinator.getByLabel("What – who – until when").fill(`Chairs ${title} – Nobody`);
  await coordinator.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(coordinator.getByRole("alert")).toContainText("“Nobody” is nobody in this project.");
  await expect(coordinator.getByLabel("What – who – until when")).toHaveValue(`Chairs ${title} – Nobody`);

  await coordinator.goto(submission);
  await coordinator.getByRole("region", { name: "Comments" }).getByRole("link", { name: "Make a task of it" }).click();
  await coordinator.getByLabel("What – who – until when").fill(`Add the source ${title} – Nobody`);
  await coordinator.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(coordinator.getByText("“Nobody” is nobody in this project.").first()).toBeVisible();
  await coordinator.getByLabel("What – who – until when").fill(`Add the source ${title} – Νίκος`);
  await coordinator.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(coordinator.getByRole("heading", { level: 1 })).toContainText(`Add the source ${title}`);
  await coordinator.goto(submission);
  const decision = coordinator.getByRole("region", { name: "Decide" });
  await decision.getByRole("button", { name: "Approve" }).click();
  await expect(coordinator.getByRole("heading", { name: "The coordinator’s decision" })).toBeVisible();
  await coordinator.context().close();
});

test("an invitation is declined, another accepted, and its e-mails are stopped and chosen, without scripts", async ({
  page,
  browser,
  mailbox,
}) => {
  const addresses = [freshAddress("declines"), freshAddress("accepts")];
  await enterDemo(page, "evaluator");
  await page.goto(`/projects/${await demoSlug(page)}`);
  await page.getByRole("link", { name: "Our people" }).click();
  await page.getByLabel("E-mail addresses").fill(addresses.join(", "));
  await page.getByLabel("Language of the e-mail").selectOption({ label: "English" });
  await page.getByRole("button", { name: "Invite people" }).click();
  await expect(page.getByText("2 people invited")).toBeVisible();
  for (const [index, address] of addresses.entries()) {
    const mail = await mailbox.newest(address, "BRIDGES");
    const guest = await withoutScripts(browser);
    await guest.goto(linkIn(mail, "/invite/"));
    await expect(guest).toHaveTitle("You are invited to BRIDGES · Consorta");
    if (index === 0) {
      await guest.locator("details summary").last().click();
      await guest.getByLabel("Reason").fill("No time this year.");
      await guest.getByRole("button", { name: "Decline the invitation" }).click();
      await expect(guest.getByText("You have declined")).toBeVisible();
    } else {
      await guest.getByLabel("Your name").fill("Plain Guest");
      await guest.getByLabel("Password").fill("a long enough sentence");
      await guest.getByRole("button", { name: "Create my account" }).click();
      await guest.getByRole("button", { name: "Accept the invitation" }).click();
      await expect(guest).toHaveURL(/\/projects\/bridges-[^/]+$/u);
      await guest.goto(linkIn(mail, "/stop/"));
      await guest.getByRole("button", { name: "Unsubscribe" }).click();
      await expect(guest.getByText("You won’t get these e-mails any more.")).toBeVisible();
      await guest.goto("/account");
      const choices = guest.getByRole("region", { name: "E-mails about your projects" });
      await choices.getByLabel("Send me reminders").uncheck();
      await choices.getByRole("button", { name: "Save the choice" }).click();
      await expect(choices.getByText("Saved.")).toBeVisible();
      await expect(choices.getByLabel("Send me reminders")).not.toBeChecked();
      await expect(choices.getByLabel("Send me a weekly summary")).toBeChecked();
    }
    await guest.context().close();
  }
});

test("a person who has an organisation accepts an invitation for the invited one without scripts", async ({
  page,
  browser,
  mailbox,
}) => {
  const address = freshAddress("owner");
  const [own, invited] = [freshAddress("School"), freshAddress("College")].map((name) => name.replace(/@.*/u, ""));
  await enterDemo(page, "coordinator");
  await page.goto(`/projects/${await demoSlug(page)}/consortium/invite`);
  const organisations = page.getByRole("region", { name: "Organisations", exact: true });
  await organisations.getByLabel("Name of the organisation").fill(invited ?? "");
  await organisations.getByLabel("Country").selectOption({ label: "Ireland" });
  await organisations.getByLabel("E-mail addresses of its people").fill(address);
  await organisations.getByRole("button", { name: "Invite organisations" }).click();
  await expect(page.getByText("One person invited")).toBeVisible();
  await page.context().clearCookies();
  await signUp(page, { name: "Plain Owner", address });
  await page.getByLabel("Legal name").fill(own ?? "");
  await page.getByLabel("Country").selectOption({ label: "Ireland" });
  await page.getByLabel("City").fill("Cork");
  await page.getByLabel("Type of organisation").selectOption({ label: "School" });
  await page.getByRole("button", { name: "Register the organisation" }).click();
  await expect(page.getByRole("heading", { name: "Start a partnership" })).toBeVisible();

  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const guest = await context.newPage();
  await guest.goto(linkIn(await mailbox.newest(address, "BRIDGES"), "/invite/"));
  await expect(guest.getByLabel(own ?? "", { exact: true })).toBeChecked();
  await expect(guest.getByLabel("City")).toBeHidden();
  await guest.getByLabel(`Register ${invited ?? ""}`).check();
  await guest.getByLabel("City").fill("Galway");
  await guest.getByRole("button", { name: "Accept the invitation" }).click();
  await expect(guest.getByRole("main").getByRole("alert").first()).toBeVisible();
  await expect(guest.getByLabel(`Register ${invited ?? ""}`)).toBeChecked();
  await expect(guest.getByLabel("City")).toHaveValue("Galway");
  await guest.getByLabel("Type of organisation").selectOption({ label: "School" });
  await guest.getByRole("button", { name: "Accept the invitation" }).click();
  await expect(guest).toHaveURL(/\/projects\/bridges-[^/]+$/u);
  await guest.goto(`${new URL(guest.url()).pathname}/consortium`);
  const row = guest
    .getByRole("table", { name: "Organisations" })
    .getByRole("row")
    .filter({ hasText: invited ?? "" });
  await expect(row).toContainText("Galway");
  await context.close();
});
