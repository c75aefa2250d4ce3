import { enterDemo, expect, expectAccessibleInBothSchemes, expectAllAccessible, freshAddress, test } from "./fixtures";

const partner = "Sol de Levante";

test("a visitor reports a public page without scripts, and an operator unpublishes it and answers", async ({
  page,
  browser,
  mailbox,
}) => {
  const address = freshAddress("reporter");
  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await visitor.goto("/library");
  await visitor.getByRole("link", { name: "What twelve small firms look for" }).click();
  await visitor.getByRole("link", { name: /^BRIDGES: / }).click();
  await visitor.getByRole("list", { name: "Partners" }).getByRole("link", { name: partner }).click();
  const profile = new URL(visitor.url()).pathname;
  await visitor.getByRole("link", { name: "Something is wrong here" }).click();
  await expect(visitor.getByRole("heading", { level: 1, name: "Report a page" })).toBeVisible();
  await visitor.getByLabel("Personal data").check();
  await visitor.getByLabel("What is wrong, and where on the page?").fill("The website is that of a private person.");
  await visitor.getByLabel("Your e-mail address").fill("nobody@nowhere");
  await visitor.getByRole("button", { name: "Send the report" }).click();
  await expect(visitor.getByText("This does not look like an e-mail address.").first()).toBeVisible();
  await expect(visitor.getByLabel("What is wrong, and where on the page?")).toHaveValue(/private person/u);
  await visitor.getByLabel("Your e-mail address").fill(address);
  await visitor.getByRole("button", { name: "Send the report" }).click();
  await expect(visitor.getByRole("heading", { level: 1, name: "Your report was sent" })).toBeVisible();

  await enterDemo(page, "coordinator");
  await page.goto("/operator");
  await page.getByRole("link", { name: "See the reports" }).click();
  const row = page.getByRole("row").filter({ hasText: partner }).first();
  await expect(row).toContainText("Personal data");
  await row.getByRole("link").click();
  await expect(page.getByText("The website is that of a private person.")).toBeVisible();
  await expectAccessibleInBothSchemes(page);
  const unpublish = page.getByRole("region", { name: "Unpublish the page" });
  await unpublish.getByLabel("Reason for the owners").fill("The website is private.");
  await unpublish.getByLabel("Answer").fill("Thank you, the page is hidden now.");
  await unpublish.getByRole("button", { name: "Unpublish the page" }).click();
  await expect(page.getByText("Thank you, the page is hidden now.")).toBeVisible();
  expect((await visitor.goto(profile))?.status()).toBe(404);
  expect(await mailbox.newest(address, "Your report about")).toContain("Thank you, the page is hidden now.");

  // The owner shows the page again, and the operator sees that.
  const report = page.url();
  const organisation = page.locator('a[href^="/organisations/"]').filter({ hasText: partner }).first();
  await page.goto((await organisation.getAttribute("href")) ?? "");
  await page.getByLabel("Do not show a public page of this organisation").uncheck();
  await page.getByRole("button", { name: "Save", exact: true }).last().click();
  await expect(page.getByLabel("Do not show a public page of this organisation")).not.toBeChecked();
  await expect.poll(async () => (await visitor.goto(profile))?.status()).toBe(200);
  await page.goto(report);
  await expect(page.getByText("Unpublished, public again")).toBeVisible();
});

test("the pages of reports have no accessibility violations", async ({ page }) => {
  await page.goto("/library");
  const title = page.getByRole("link", { name: "What twelve small firms look for" });
  const slug = ((await title.getAttribute("href")) ?? "").split("/").at(-1) ?? "";
  await expectAllAccessible(page, [`/report/outputs/${slug}`, "/report/sent"]);
  expect((await page.goto("/report/practices/nothing-here"))?.status()).toBe(404);
  await enterDemo(page, "coordinator");
  await expectAllAccessible(page, ["/operator/reports"]);
  await enterDemo(page, "partner");
  expect((await page.goto("/operator/reports"))?.status()).toBe(404);
});
