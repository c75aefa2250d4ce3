import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { askForTask, demoSlug, enterDemo, expect, planOutput, test } from "./fixtures";

const comments = (page: Page) => page.getByRole("region", { name: "Comments" });

async function postComment(page: Page, text: string): Promise<void> {
  await comments(page).getByLabel("Your comment").fill(text);
  await comments(page).getByRole("button", { name: "Post comment" }).click();
  await expect(comments(page).getByRole("article").filter({ hasText: text })).toBeVisible();
}

/** Notes that the document is the same until `expectSameDocument`. */
const noteDocument = (page: Page) => page.evaluate(() => document.body.setAttribute("data-noted", ""));
const expectSameDocument = (page: Page) => expect(page.locator("body[data-noted]")).toHaveCount(1);

/** Where an element of the page is seen in the window. */
const placeOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => Math.round(element.getBoundingClientRect().top));

test("a comment appears on the open page of another person, and typed text stays", async ({ page, browser }) => {
  const title = `Live ${randomUUID().slice(0, 8)}`;
  const partner = await (await browser.newContext()).newPage();
  await enterDemo(page, "coordinator");
  await enterDemo(partner, "partner");
  await partner.goto(await planOutput(page, title, "ES Sol de Levante"));
  const draft = comments(partner).getByLabel("Your comment");
  await draft.fill("Half a sent");
  await noteDocument(partner);
  await postComment(page, "Who sees this without a reload?");
  await expect(comments(partner).getByRole("article")).toContainText("Who sees this without a reload?");
  await expect(partner.getByRole("region", { name: "History" })).toContainText("commented");
  await expect(draft).toBeFocused();
  await draft.pressSequentially("ence.");
  await expect(draft).toHaveValue("Half a sentence.");
  await postComment(partner, "I do.");
  await expect(comments(page).getByRole("article").filter({ hasText: "I do." })).toBeVisible();
  await expectSameDocument(partner);
  await partner.context().close();
});

test("a task appears in the list of what is due, in the feed and in the bell, and nothing moves that is read", async ({
  page,
  browser,
}) => {
  const title = `Live ${randomUUID().slice(0, 8)}`;
  const context = await browser.newContext({ viewport: { width: 1280, height: 400 } });
  const [home, feed, account] = [await context.newPage(), await context.newPage(), await context.newPage()];
  await enterDemo(page, "coordinator");
  await enterDemo(home, "partner");
  await home.goto("/notifications");
  const readAll = home.getByRole("button", { name: "Mark all as read" });
  if (await readAll.isVisible()) await readAll.click();
  await expect(home.getByText("Everything is read.")).toBeVisible();
  const streams: string[] = [];
  context.on("request", (request) => {
    if (new URL(request.url()).pathname === "/api/live") streams.push(request.url());
  });
  await home.goto("/home");
  await feed.goto(`/projects/${await demoSlug(feed)}/activity`);
  await account.goto("/account");
  // The list has 25 lines. When others add more than there is room for below, the end of the page moves what is read.
  await feed.locator("#feed [data-activity]:visible >> nth=2").evaluate((element) => {
    element.scrollIntoView();
    element.setAttribute("id", "being-read");
  });
  const place = await placeOf(feed, "#being-read");
  for (const one of [home, feed, account]) await noteDocument(one);

  await askForTask(page, title);
  await expect(home.locator("#due")).toContainText(title);
  await expect(account.getByRole("link", { name: /Notifications, \d+ unread/u })).toBeVisible();
  await expect(feed.locator("#feed")).toContainText(title);
  // Browsers keep the place when they paint, after the line was added; a pixel is lost by rounding.
  await expect.poll(async () => Math.abs((await placeOf(feed, "#being-read")) - place)).toBeLessThanOrEqual(1);
  for (const one of [home, feed, account]) await expectSameDocument(one);
  // One for the browser, whatever its number of pages.
  expect(streams).toHaveLength(1);
  await context.close();
});

test("what happened while the connection was cut appears when it is back", async ({ page, browser }) => {
  const title = `Live ${randomUUID().slice(0, 8)}`;
  const partner = await (await browser.newContext()).newPage();
  await enterDemo(page, "coordinator");
  await enterDemo(partner, "partner");
  const output = await planOutput(page, title, "ES Sol de Levante");
  const opened = partner.waitForResponse((response) => response.url().includes("/api/live"));
  await partner.goto(output);
  expect((await opened).headers()["content-type"]).toContain("text/event-stream");
  await noteDocument(partner);
  await partner.context().setOffline(true);
  await postComment(page, "Written during the cut.");
  await expect(comments(partner).getByRole("article")).toHaveCount(0);
  await partner.context().setOffline(false);
  await expect(comments(partner).getByRole("article")).toContainText("Written during the cut.");
  await expectSameDocument(partner);
  await partner.context().close();
});

test("a form whose subject others may take away is not refreshed while its text is unsaved", async ({
  page,
  context,
}) => {
  const title = `Live ${randomUUID().slice(0, 8)}`;
  await enterDemo(page, "coordinator");
  const output = await planOutput(page, title, "ES Sol de Levante");
  await postComment(page, "First.");
  await page.getByRole("link", { name: "Edit", exact: true }).last().click();
  const editing = comments(page).getByRole("article").getByLabel("Your comment");
  await editing.fill("Second.");
  const other = await context.newPage();
  await other.goto(output);
  await comments(other).getByRole("link", { name: "Remove" }).click();
  await other.getByRole("button", { name: "Remove comment" }).click();
  await expect(comments(other).getByText("Removed by its author.")).toBeVisible();
  // A page without such a form shows it at once; this one has heard the same signal.
  await postComment(other, "Third.");
  await expect(editing).toHaveValue("Second.");
  await editing.fill("First.");
  await expect(comments(page).getByRole("article").filter({ hasText: "Third." })).toBeVisible();
  await expect(editing).toHaveCount(0);
});
