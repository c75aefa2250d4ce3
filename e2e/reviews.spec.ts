import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import {
  chooseReviewer,
  demoSlug,
  enterDemo,
  expect,
  expectAccessibleInBothSchemes,
  planOutput,
  signIn,
  test,
  uploadText,
} from "./fixtures";

const newPage = async (browser: Browser) => (await browser.newContext()).newPage();

/** Gives the review of the open page. */
async function giveReview(page: Page, recommendation: string, comment: string, scores: Record<string, string> = {}) {
  for (const [criterion, score] of Object.entries(scores)) {
    await page.getByLabel(`${criterion}: score`).selectOption(score);
  }
  await page.getByLabel(recommendation, { exact: true }).check();
  await page.getByLabel("Your comments").fill(comment);
  await page.getByRole("button", { name: "Give this review" }).click();
}

test("an output is reviewed by two countries, changed, answered, approved by the rules, and no longer covered", async ({
  page: coordinator,
  browser,
}) => {
  test.setTimeout(180_000);
  const [lead, contributor, maria, joost] = await Promise.all([
    newPage(browser),
    newPage(browser),
    newPage(browser),
    newPage(browser),
  ]);
  await enterDemo(coordinator, "coordinator");
  await enterDemo(lead, "partner");
  await enterDemo(contributor, "contributor");
  await enterDemo(joost, "evaluator");
  await signIn(maria, "maria@pgm-rodopi.example", "workshop on wheels");
  await expect(maria.getByRole("heading", { level: 1 })).toBeVisible();
  const title = `Atlas ${randomUUID().slice(0, 8)}`;
  const file = `atlas ${title}.txt`;
  const output = await planOutput(coordinator, title, "GR ΙΕΚ Θερμαϊκού");

  await contributor.goto(output);
  await uploadText(contributor, file, "The first map.");
  await lead.goto(`${output}/submit`);
  await expect(lead.getByText("A description of the output")).toBeVisible();
  await expect(lead.getByText("A licence", { exact: true })).toBeVisible();
  const reviewers = lead.getByRole("group", { name: "Reviewers" });
  await expect(reviewers.getByRole("checkbox", { checked: true })).toHaveCount(2);
  await chooseReviewer(lead, "Мария Георгиева");
  await reviewers.getByLabel("Joost van der Meer").check();
  await lead.getByRole("button", { name: "Ask for review" }).click();
  await expect(lead).toHaveURL(/\/submissions\/[0-9a-f-]{36}$/u);
  const first = new URL(lead.url()).pathname;

  await maria.goto(first);
  await expect(maria.getByRole("region", { name: file, exact: true })).toContainText("The first map.");
  await maria.getByText("Add a finding", { exact: true }).click();
  await maria.getByLabel("How important is it?").selectOption({ label: "Must be fixed before the approval" });
  await maria.getByLabel("Quotation").fill("The first map");
  await maria.getByLabel("What did you find?").fill("The map has no legend.");
  // Saved while it is typed, without the button.
  await expect(maria.getByText("Saved. Only you see it until you give your review.")).toBeVisible();
  await coordinator.goto(first);
  await expect(coordinator.getByText("The map has no legend.")).toHaveCount(0);
  await maria.reload();
  const findings = maria.getByRole("region", { name: "Findings" });
  await expect(findings.getByRole("paragraph").filter({ hasText: "The map has no legend." })).toBeVisible();
  await maria.getByText("Add a finding", { exact: true }).click();
  await expect(maria.getByLabel("What did you find?").first()).toHaveValue("");
  await giveReview(maria, "Recommend changes", "The legend is missing.", { Accessibility: "2", Language: "4" });
  await expect(maria.getByRole("region", { name: "Reviews" })).toContainText("recommends changes");

  await joost.goto(first);
  await giveReview(joost, "Recommend approval with remarks", "Good colours.", { Accessibility: "5" });
  await expect(joost.getByRole("region", { name: "Reviews" })).toContainText("recommends approval with remarks");

  await coordinator.goto(first);
  await expect(coordinator.getByRole("row", { name: /^Accessibility/u })).toContainText("3.5");
  const decision = coordinator.getByRole("region", { name: "Decide" });
  await expect(decision).toContainText("One finding that must be fixed is not closed.");
  await expect(decision.getByRole("button", { name: "Approve" })).toHaveCount(0);
  await expectAccessibleInBothSchemes(coordinator);
  const task = `Draw the legend ${title}`;
  await coordinator.getByRole("region", { name: "Findings" }).getByRole("link", { name: "Make a task of it" }).click();
  await expect(coordinator.getByLabel("What – who – until when")).toHaveValue("The map has no legend. – ");
  await coordinator.getByLabel("What – who – until when").fill(`${task} – Νίκος`);
  await coordinator.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(coordinator.getByLabel("What – who – until when")).toBeHidden();
  await decision.getByLabel("Comment on the decision").fill("Please add the legend.");
  await decision.getByRole("button", { name: "Request changes" }).click();
  await expect(coordinator.getByRole("heading", { name: "The coordinator’s decision" })).toBeVisible();

  await contributor.goto("/home");
  await expect(contributor.getByRole("link", { name: task })).toBeVisible();
  await contributor.goto(output);
  await expect(contributor.getByText("Please add the legend.")).toBeVisible();
  await uploadText(contributor, file, "The second map, with a legend.");
  await contributor.goto(first);
  await contributor.getByText("Answer", { exact: true }).click();
  await contributor.getByLabel("It is fixed").check();
  await contributor.getByLabel("Fixed in").selectOption({ label: `${file}, version 2` });
  await contributor.getByLabel("How it was fixed, or why not").fill("The legend is below the map.");
  await contributor.getByRole("button", { name: "Send the answer" }).click();
  await expect(contributor.getByText(`fixed in version 2 of ${file}`)).toBeVisible();

  await lead.goto(`${output}/submit`);
  await expect(reviewers.getByRole("checkbox", { checked: true })).toHaveCount(1);
  await expect(reviewers.getByLabel("Мария Георгиева")).toBeChecked();
  await lead.getByRole("button", { name: "Ask for review" }).click();
  await expect(lead).toHaveURL(/\/submissions\/[0-9a-f-]{36}$/u);
  const second = new URL(lead.url()).pathname;

  await maria.goto(second);
  const earlier = maria.getByRole("region", { name: "From earlier submissions" });
  await expect(earlier).toContainText("The legend is below the map.");
  await expect(earlier).toContainText("Please add the legend.");
  await earlier.getByText("Close", { exact: true }).first().click();
  await earlier.getByRole("button", { name: "Close" }).click();
  await expect(earlier.getByText("closed", { exact: true }).first()).toBeVisible();
  await giveReview(maria, "Recommend approval", "");
  await expect(maria.getByRole("region", { name: "Reviews" })).toContainText("recommends approval");

  await coordinator.goto(second);
  await expect(decision).toContainText("The consortium’s rules of approval are met.");
  await decision.getByRole("button", { name: "Approve" }).click();
  await expect(coordinator.getByRole("heading", { name: "The coordinator’s decision" })).toBeVisible();

  await contributor.goto(output);
  await uploadText(contributor, file, "The third map.");
  const said = "v2 approved; v3 not covered";
  await expect(contributor.getByText(said)).toBeVisible();
  const project = `/projects/${await demoSlug(contributor)}`;
  await lead.goto("/home");
  await expect(lead.getByRole("listitem").filter({ hasText: title }).first()).toContainText(said);
  // Other journeys add outputs, so that a page of all of them may not have this one.
  await lead.goto(`${project}/outputs?status=approved`);
  await expect(lead.getByRole("listitem").filter({ hasText: title }).first()).toContainText(said);

  await coordinator.goto(second);
  await coordinator.getByText("Reopen the decision", { exact: true }).first().click();
  await coordinator.getByLabel("Why do you reopen it?").fill("The third map was meant.");
  await coordinator.getByRole("button", { name: "Reopen the decision" }).click();
  await expect(coordinator.getByRole("region", { name: "Earlier decisions" })).toContainText(
    "The third map was meant.",
  );
  for (const page of [lead, contributor, maria, joost]) await page.context().close();
});

test("the coordinator changes the rules of approval and the criteria; others read them", async ({ page, browser }) => {
  await enterDemo(page, "coordinator");
  const settings = `/projects/${await demoSlug(page)}/review-settings`;
  await page.goto(settings);
  await page.getByText("Mobile application", { exact: true }).click();
  const own = `Works on old phones ${randomUUID().slice(0, 8)}`;
  const form = page.getByRole("listitem").filter({ hasText: "Mobile application" });
  await form.getByLabel("Own criteria").fill(own);
  await form.getByRole("button", { name: "Save the criteria" }).click();
  await expect(form.getByText(/^version \d+$/u)).toBeVisible();
  await expectAccessibleInBothSchemes(page);
  const partner = await newPage(browser);
  await enterDemo(partner, "partner");
  await partner.goto(settings);
  await expect(partner.getByRole("button", { name: "Save the rules" })).toHaveCount(0);
  await partner.getByText("Mobile application", { exact: true }).click();
  await expect(partner.getByText(own)).toBeVisible();
  await partner.context().close();
});
