import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { demoSlug, enterDemo, expect, expectAccessible, test } from "./fixtures";

const newPage = async (browser: Browser, locale = "en-GB") => (await browser.newContext({ locale })).newPage();

/** Publishes a practice of the coordinator with a Greek translation; returns its page in the project. */
async function publishInTwoLanguages(owner: Page, title: string, greek: string): Promise<string> {
  await enterDemo(owner, "coordinator");
  await owner.goto(`/projects/${await demoSlug(owner)}/practices/new`);
  await owner.getByLabel("Title").fill(title);
  await owner.getByRole("button", { name: "Save and continue" }).click();
  await expect(owner.getByRole("button", { name: "Save and close" })).toBeEnabled();
  const practice = new URL(owner.url()).pathname.replace(/\/edit$/u, "");
  await owner.getByLabel("The need").fill("Nobody saws straight.");
  await owner.getByLabel("What you do").fill("Draw the line first.");
  await owner.getByLabel("Anything else").fill("A saw for each pupil.");
  await owner.getByLabel("What you saw or counted").fill("Nine of ten saw straight.");
  await owner.getByRole("button", { name: "Save and close" }).click();
  await owner.getByRole("button", { name: "Submit" }).click();
  await owner.getByRole("button", { name: "Publish" }).click();
  await expect(owner.getByText("Published. Everyone can read it on its public page.")).toBeVisible();
  await owner.getByRole("link", { name: "Translate", exact: true }).click();
  await owner.getByLabel("Language").selectOption({ label: "Greek" });
  await owner.getByRole("button", { name: "Start" }).click();
  await owner.getByLabel("Translated by people").check();
  await owner.getByLabel("Title (Greek)").fill(greek);
  await owner.getByLabel("The need (Greek)").fill("Κανείς δεν πριονίζει ίσια.");
  await owner.getByRole("button", { name: "Save the translation" }).click();
  await expect(owner).toHaveURL(practice);
  return practice;
}

/** Writes a report with a picture and sends it to the owner; returns its page. */
async function reportWithPicture(teacher: Page, practice: string, advice: string): Promise<string> {
  await teacher.goto(practice);
  await teacher.getByRole("link", { name: "Report how it went" }).click();
  await teacher.getByRole("button", { name: "Start the report" }).click();
  await expect(teacher.getByRole("heading", { level: 1, name: /^Edit the report/u })).toBeVisible();
  await expect(teacher.getByRole("button", { name: "Save and close" })).toBeEnabled();
  await teacher.getByLabel("Country").selectOption({ label: "Portugal" });
  await teacher.getByLabel("Place").fill("A school in Faro");
  await teacher.getByLabel("It worked with changes").check();
  await teacher.getByLabel("Advice for the next").fill(advice);
  await teacher.getByLabel("Add pictures or files").setInputFiles("server/demo/files/workshop-boat.png");
  await teacher.getByLabel(/^What does the picture show\?/u).fill(`A boat for ${advice}`);
  await expect(teacher.getByText("Saved.", { exact: true })).toBeVisible();
  await expectAccessible(teacher);
  await teacher.getByRole("button", { name: "Save and close" }).click();
  await expect(teacher.getByText("This is a draft: only your organisation sees it.")).toBeVisible();
  await teacher.getByRole("button", { name: "Send to the owner" }).click();
  await teacher.getByRole("dialog").getByRole("button", { name: "Send to the owner" }).click();
  await expect(teacher.getByText(/It becomes public when .* agrees/u)).toBeVisible();
  await expectAccessible(teacher);
  return new URL(teacher.url()).pathname;
}

test("a teacher finds a practice in her language, talks to its owner and tries it; a visitor reads how it went", async ({
  page: teacher,
  browser,
}) => {
  const word = `πριόνι${randomUUID().slice(0, 8)}`;
  const advice = `Film it twice, says ${randomUUID().slice(0, 8)}.`;
  const [owner, visitor] = await Promise.all([newPage(browser), newPage(browser, "el-GR")]);
  const ofProject = await publishInTwoLanguages(owner, `Sawing ${word.slice(-8)}`, `Ίσιο ${word}`);

  await visitor.goto("/library");
  await visitor.getByRole("searchbox").fill(word.toUpperCase());
  await visitor.getByRole("searchbox").press("Enter");
  await visitor.locator("main h3 a").click();
  await expect(visitor.getByRole("heading", { level: 1, name: `Ίσιο ${word}` })).toBeVisible();
  await expect(visitor.getByText("Κανείς δεν πριονίζει ίσια.")).toBeVisible();
  const practice = new URL(visitor.url()).pathname;
  // A visitor who wants to report signs in first.
  await visitor.locator(`a[href="${practice}/try"]`).click();
  await expect(visitor).toHaveURL(/\/sign-in/u);

  await enterDemo(teacher, "contributor");
  await teacher.goto(practice);
  await teacher.getByRole("link", { name: "Greek" }).click();
  await expect(teacher.getByRole("heading", { level: 1, name: `Ίσιο ${word}` })).toBeVisible();
  await teacher.getByRole("link", { name: "We want to try this" }).click();
  await teacher.getByLabel("Your message").fill(`How long is the line, ${word}?`);
  await teacher.getByRole("button", { name: "Send the message" }).click();
  await expect(teacher.getByRole("listitem").filter({ hasText: word })).toBeVisible();
  await owner.goto(new URL(teacher.url()).pathname);
  await owner.getByLabel("Your message").fill(`As long as the board, ${word}.`);
  await owner.getByRole("button", { name: "Send", exact: true }).click();
  await expect(owner.getByText(`As long as the board, ${word}.`)).toBeVisible();
  await expect(owner.getByLabel("Your message")).toHaveValue("");
  await teacher.reload();
  await expect(teacher.getByText(`As long as the board, ${word}.`)).toBeVisible();

  const report = await reportWithPicture(teacher, practice, advice);
  await visitor.goto(`${practice}?language=en`);
  await expect(visitor.getByText(advice)).toBeHidden();
  await owner.goto(report);
  await owner.getByRole("textbox", { name: "Answer" }).fill(`Thank you: ${advice}`);
  await expectAccessible(owner);
  await owner.getByRole("button", { name: "Send the answer" }).click();
  await expect(owner.getByText("Public beside the practice.")).toBeVisible();

  await visitor.reload();
  await expect(visitor.getByText(advice, { exact: true })).toBeVisible();
  await expect(visitor.getByText(`Thank you: ${advice}`)).toBeVisible();
  const picture = visitor.getByRole("img", { name: `A boat for ${advice}` });
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(960);
  await expectAccessible(visitor);
  await visitor.goto(`/library?triedIn=PT&text=${word}`);
  await expect(visitor.locator("main h3 a")).toHaveCount(1);

  await owner.goto(`${ofProject}/edit`);
  await owner.getByLabel("The need").fill("Few people saw straight.");
  await owner.getByRole("button", { name: "Save and close" }).click();
  await owner.getByRole("button", { name: "Submit" }).click();
  await owner.getByRole("button", { name: "Publish" }).click();
  await expect(owner.getByText("1 text is out of date")).toBeVisible();
  await visitor.goto(`${practice}?language=el`);
  await expect(visitor.getByRole("heading", { level: 1, name: `Ίσιο ${word}` })).toBeVisible();
  await expect(visitor.locator("p.text-late")).toHaveCount(1);
  await teacher.goto("/replications");
  await expect(teacher.getByRole("link", { name: `Sawing ${word.slice(-8)}` }).first()).toBeVisible();
  await expectAccessible(teacher);
  await Promise.all([owner.context().close(), visitor.context().close()]);
});
