import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import {
  chooseReviewer,
  demoSlug,
  enterDemo,
  expect,
  expectAccessibleInBothSchemes,
  linkIn,
  planOutput,
  test,
  uploadText,
} from "./fixtures";

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const row = (page: Page, title: string) => page.getByRole("listitem").filter({ hasText: title });

/** The coordinator plans an output of the partner, asks for a review and for five tasks. */
async function askForAWeek(page: Page, mark: string): Promise<void> {
  await planOutput(page, `Guide ${mark}`, "GR ΙΕΚ Θερμαϊκού");
  await page.locator("summary", { hasText: "Set a date" }).click();
  await page.getByLabel("New due date").fill(day(1));
  await page.getByLabel("Why?").fill("Agreed in the meeting.");
  await page.getByRole("button", { name: "Set a date" }).click();
  await expect(page.getByRole("button", { name: "Set a date" })).toHaveCount(0);
  const report = await planOutput(page, `Report ${mark}`, "ES Sol de Levante");
  await uploadText(page, `report ${mark}.txt`, "The report.");
  await page.goto(`${report}/submit`);
  await chooseReviewer(page, "Ελένη Παπαδοπούλου");
  await page.getByRole("button", { name: "Ask for review" }).click();
  await expect(page).toHaveURL(/\/submissions\/[0-9a-f-]{36}$/u);
  await page.goto(`/projects/${await demoSlug(page)}/tasks`);
  await page.getByText("Paste several tasks").click();
  const tasks = ["Accepted", "First done", "Second done", "Given", "Moved"];
  await page
    .getByLabel("One task in each line")
    .fill(tasks.map((title) => `${title} ${mark} – ΙΕΚ Θερμαϊκού – ${day(0)}`).join("\n"));
  await page.getByRole("button", { name: "Ask for 5 tasks" }).click();
  await expect(page.getByLabel("One task in each line")).toHaveValue("");
}

test("the week of a partner is done from the e-mail and the home page, without opening the page of a project", async ({
  page: coordinator,
  browser,
  mailbox,
}) => {
  const mark = randomUUID().slice(0, 8);
  const partner = await (await browser.newContext()).newPage();
  await enterDemo(coordinator, "coordinator");
  await enterDemo(partner, "partner");
  await askForAWeek(coordinator, mark);
  const visited: string[] = [];
  partner.on("framenavigated", (frame) => visited.push(new URL(frame.url()).pathname));

  const address = "eleni@iek-thermaikou.example";
  // Another test may have asked for as many tasks before.
  await expect.poll(() => mailbox.newest(address, "5 tasks for you")).toContain(`Accepted ${mark}`);
  await partner.goto(linkIn(await mailbox.newest(address, "5 tasks for you"), "/hom"));
  const accepted = row(partner, `Accepted ${mark}`);
  await accepted.getByRole("button", { name: "Accept" }).click();
  await expect(accepted.getByRole("button", { name: "Accept" })).toHaveCount(0);
  for (const title of ["First done", "Second done"]) {
    const done = row(partner, `${title} ${mark}`);
    await done.getByRole("button", { name: "Done" }).click();
    await expect(done.getByText("Done.", { exact: true })).toBeVisible();
  }
  await row(partner, `Given ${mark}`).getByRole("link", { name: "Give to a colleague" }).click();
  await partner.getByLabel("Colleague").selectOption({ label: "Νίκος Αντωνίου" });
  await partner.getByRole("button", { name: "Give to a colleague" }).click();
  await expect(partner.getByLabel("Colleague")).toBeHidden();
  await expect(row(partner, `Given ${mark}`)).toContainText("Νίκος Αντωνίου");
  await row(partner, `Moved ${mark}`).getByRole("link", { name: "I need more days" }).click();
  await partner.getByLabel("New day").fill(day(6));
  await partner.getByLabel("Why?").fill("Exams until Friday.");
  await partner.getByRole("button", { name: "Move the day" }).click();
  await expect(partner.getByLabel("New day")).toBeHidden();
  await expectAccessibleInBothSchemes(partner);

  await row(partner, `Guide ${mark}`).getByRole("link", { name: "Upload", exact: true }).click();
  await uploadText(partner, `guide ${mark}.txt`, "The guide.");
  await partner.goto("/home");
  await row(partner, `Report ${mark}`).getByRole("link", { name: "Open the review" }).click();
  await partner.getByLabel("Recommend approval", { exact: true }).check();
  await partner.getByRole("button", { name: "Give this review" }).click();
  await expect(partner.getByRole("region", { name: "Reviews" })).toContainText("recommends approval");
  await partner.goto("/home");
  await accepted.getByRole("button", { name: "Done" }).click();
  await expect(accepted.getByText("Done.", { exact: true })).toBeVisible();
  const due = partner.locator("#due").getByRole("listitem");
  await expect(due.filter({ hasText: `Moved ${mark}` })).toHaveCount(1);
  await expect(due.filter({ hasText: `Report ${mark}` })).toHaveCount(0);
  expect(visited.filter((path) => /^\/projects\/[^/]+$/u.test(path))).toEqual([]);

  await coordinator.goto(`/projects/${await demoSlug(coordinator)}/tasks?state=done`);
  await expect(row(coordinator, `First done ${mark}`)).toBeVisible();
  await partner.context().close();
});
