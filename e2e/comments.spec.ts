import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { demoSlug, enterDemo, expect, expectAllAccessible, linkIn, test } from "./fixtures";

const comments = (page: Page) => page.getByRole("region", { name: "Comments" });

/** The comment with a text, with its readers and buttons. */
const comment = (page: Page, text: string) => comments(page).getByRole("article").filter({ hasText: text });

async function planOutput(page: Page, title: string): Promise<string> {
  await page.goto(`/projects/${await demoSlug(page)}/outputs/new`);
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Type").selectOption({ label: "Guide or handbook" });
  await page.getByLabel("Leading organisation").selectOption({ label: "ES Sol de Levante" });
  await page.getByRole("button", { name: "Add to the plan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  return new URL(page.url()).pathname;
}

test("two people discuss an output: comment, mention, reply, edit, resolve, remove, and a private remark", async ({
  page: coordinator,
  browser,
  mailbox,
}) => {
  const title = `Discussed ${randomUUID().slice(0, 8)}`;
  const partner = await (await browser.newContext()).newPage();
  await enterDemo(coordinator, "coordinator");
  await enterDemo(partner, "partner");
  const output = await planOutput(coordinator, title);

  const form = comments(coordinator);
  await form.getByLabel("Your comment").fill("Which classes will try it?");
  await form.getByRole("button", { name: "Mention people" }).click();
  await form.getByRole("group", { name: "People to mention" }).getByLabel("Ελένη Παπαδοπούλου").check();
  await form.getByRole("button", { name: "Post comment" }).click();
  await expect(comment(coordinator, "Which classes")).toContainText("All partners");
  await expect(comment(coordinator, "Which classes")).toContainText("Mentioned: Ελένη Παπαδοπούλου");

  const mail = await mailbox.newest("eleni@iek-thermaikou.example", title);
  expect(mail).not.toContain("Which classes");
  await partner.goto(linkIn(mail, "/projects/"));
  await comment(partner, "Which classes").getByRole("link", { name: "Reply" }).click();
  await partner.getByLabel("Your reply").fill("Two classes in Thesalonica.");
  await partner.getByRole("button", { name: "Post reply" }).click();
  await expect(comment(partner, "Two classes in Thesalonica.")).toBeVisible();
  await expect(partner.getByLabel("Your reply")).toHaveCount(0);

  await comment(partner, "Two classes").getByRole("link", { name: "Edit" }).click();
  const editing = comments(partner).getByRole("article").last().getByLabel("Your comment");
  await editing.fill("Two classes in Thessaloniki.");
  await partner.getByRole("button", { name: "Save" }).click();
  const reply = comment(partner, "Two classes in Thessaloniki.");
  await reply.getByRole("link", { name: "Edited" }).click();
  await expect(reply).toContainText("Two classes in Thesalonica.");
  await reply.getByRole("link", { name: "Hide earlier texts" }).click();
  await expect(reply).not.toContainText("Thesalonica");

  await comments(partner).getByLabel("Your comment").fill("Our own remark.");
  await comments(partner).getByLabel("Who can read it").selectOption({ label: "Only people of my organisation" });
  await comments(partner).getByRole("button", { name: "Post comment" }).click();
  await expect(comment(partner, "Our own remark.")).toContainText("Only people of ΙΕΚ Θερμαϊκού");
  await comments(partner).getByLabel("Your comment").fill("A word to the coordinator.");
  await comments(partner).getByLabel("Who can read it").selectOption({ label: "Only the coordinator’s managers" });
  await comments(partner).getByRole("button", { name: "Post comment" }).click();
  await expect(comment(partner, "A word to the coordinator.")).toContainText("Only the coordinator’s managers and");
  await comment(partner, "A word to the coordinator.").getByRole("link", { name: "Reply" }).click();
  await expect(partner.getByLabel("Your reply")).toBeVisible();
  await expect(comments(partner).getByLabel("Who can read it").first().getByRole("option")).toHaveCount(1);

  await coordinator.goto(output);
  await expect(comment(coordinator, "A word to the coordinator.")).toBeVisible();
  await expect(coordinator.getByText("Our own remark.")).toHaveCount(0);
  const history = coordinator.getByRole("region", { name: "History" });
  await expect(history).toContainText("edited a comment");
  await coordinator.getByRole("button", { name: "Resolve thread" }).first().click();
  await expect(comments(coordinator).getByText("Resolved", { exact: true })).toBeVisible();
  await coordinator.getByRole("button", { name: "Reopen thread" }).click();
  await expect(comments(coordinator).getByText("Resolved", { exact: true })).toHaveCount(0);

  await comment(coordinator, "Which classes").getByRole("link", { name: "Remove" }).click();
  await coordinator.getByRole("button", { name: "Remove comment" }).click();
  await expect(comments(coordinator).getByText("Removed by its author.")).toBeVisible();
  await expect(coordinator.getByText("Which classes")).toHaveCount(0);
  await expect(comment(coordinator, "Two classes in Thessaloniki.")).toBeVisible();
  await expectAllAccessible(partner, [output]);
  await partner.context().close();
});

test("an edit in two windows keeps the words of both", async ({ page, context }) => {
  const title = `Edited ${randomUUID().slice(0, 8)}`;
  await enterDemo(page, "coordinator");
  const output = await planOutput(page, title);
  await comments(page).getByLabel("Your comment").fill("One line.");
  await comments(page).getByRole("button", { name: "Post comment" }).click();
  await comment(page, "One line.").getByRole("link", { name: "Edit" }).click();
  await expect(page).toHaveURL(/edit=/u);
  const other = await context.newPage();
  await other.goto(`${output}${new URL(page.url()).search}`);
  const field = (one: Page) => comments(one).getByRole("article").getByLabel("Your comment");
  await field(page).fill("First window.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(comment(page, "First window.")).toBeVisible();
  await field(other).fill("Second window.");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByText("First window.")).toBeVisible();
  await expect(other.getByText("Second window.")).toBeVisible();
});

test("comments and replies are posted without scripts, and a refused one keeps its choices", async ({
  page,
  browser,
}) => {
  const title = `Plain ${randomUUID().slice(0, 8)}`;
  await enterDemo(page, "coordinator");
  const output = await planOutput(page, title);
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await enterDemo(plain, "contributor");
  await plain.goto(output);
  const readers = comments(plain).getByLabel("Who can read it");
  await readers.selectOption({ label: "Only people of my organisation" });
  await comments(plain).getByLabel("Your comment").fill("   ");
  await comments(plain).getByRole("button", { name: "Post comment" }).click();
  await expect(comments(plain).getByRole("alert")).toBeVisible();
  await expect(readers).toHaveValue("organisation");
  await comments(plain).getByLabel("Your comment").fill("Without scripts.");
  await comments(plain).getByRole("button", { name: "Post comment" }).click();
  await comment(plain, "Without scripts.").getByRole("link", { name: "Reply" }).click();
  await plain.getByLabel("Your reply").fill("A reply without scripts.");
  await plain.getByRole("button", { name: "Post reply" }).click();
  await expect(comment(plain, "A reply without scripts.")).toContainText("Only people of");
  await page.reload();
  await expect(page.getByText("Without scripts.")).toHaveCount(0);
  await plain.context().close();
});

test("files, practices and submissions have comments; evaluators are offered only readers whose answers they see", async ({
  page,
  browser,
}) => {
  await enterDemo(page, "partner");
  const project = `/projects/${await demoSlug(page)}`;
  const say = async (one: Page, visibilities: number) => {
    const text = `Remark ${randomUUID().slice(0, 8)}.`;
    await expect(comments(one).getByLabel("Who can read it").getByRole("option")).toHaveCount(visibilities);
    await comments(one).getByLabel("Your comment").fill(text);
    await comments(one).getByRole("button", { name: "Post comment" }).click();
    await expect(comment(one, text)).toBeVisible();
    return text;
  };
  await page.goto(`${project}/practices`);
  await page.locator("main").locator(`a[href^="${project}/practices/0"]`).first().click();
  await say(page, 3);
  await page.goto(`${project}/outputs`);
  await page
    .getByRole("link", { name: /Self-assessment tool/u })
    .first()
    .click();
  await page.waitForURL(/outputs\/[0-9a-f-]{36}$/u);
  const output = new URL(page.url()).pathname;
  await page.locator("main").locator(`a[href^="${output}/submissions/"]`).first().click();
  await page.waitForURL(/submissions/u);
  const submission = new URL(page.url()).pathname;
  const shared = await say(page, 3);

  const evaluator = await (await browser.newContext()).newPage();
  await enterDemo(evaluator, "evaluator");
  await evaluator.goto(submission);
  await expect(comment(evaluator, shared)).toContainText("All partners and evaluators asked");
  await evaluator.goto(output);
  await expect(evaluator.getByText(shared)).toHaveCount(0);
  await evaluator.locator("main").locator(`a[href^="${output}/files/"]`).first().click();
  await evaluator.waitForURL(/files/u);
  const asked = await say(evaluator, 2);
  await expect(comment(evaluator, asked)).toContainText("Only the coordinator’s managers and");
  await page.goto(new URL(evaluator.url()).pathname);
  await expect(comments(page)).toBeVisible();
  await expect(page.getByText(asked)).toHaveCount(0);
  await evaluator.context().close();
});
