import { expect, test } from "./fixtures";

// These pages need no account and must work on old computers.
test.use({ javaScriptEnabled: false });

test("“Can we apply?” shows results and corrections, and is shared by its address, without JavaScript", async ({
  page,
  browser,
}) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Can we apply?" }).first().click();
  await expect(page.getByText("fill in at least one organisation")).toBeVisible();
  await page.getByLabel("Action").selectOption("KA201");
  await page.getByLabel("Call year").fill("2019");
  await page.getByLabel("Duration in months").fill("24");
  const row = (number: number) => page.getByRole("group", { name: `Organisation ${String(number)}`, exact: true });
  const fill = async (number: number, country: string, type: string) => {
    await row(number).getByLabel("Country").fill(country);
    await row(number).getByLabel("Type").selectOption({ label: type });
  };
  await fill(1, "Spain", "School");
  await fill(2, "EL", "School");
  await fill(3, "Ukraine", "NGO or civil society");
  await page.getByRole("button", { name: "Check", exact: true }).click();

  const answer = page.getByRole("region", { name: "Result" });
  await expect(answer.getByText("Your consortium cannot apply yet")).toBeVisible();
  await expect(answer.getByText("Add one more organisation from programme countries")).toBeVisible();
  await expect(answer.getByText(/Source: .+ \(\d{4}\)/).first()).toBeVisible();
  await expect(row(2).getByLabel("Country")).toHaveValue("Greece");

  await page.getByRole("button", { name: "Check and add rows" }).click();
  await expect(row(7)).toBeVisible();
  await fill(4, "Italy", "Adult education provider");
  await row(4).getByLabel("Country").press("Enter");
  await expect(answer.getByText("Your consortium can apply", { exact: true })).toBeVisible();
  await expect(answer.getByText("What counts in the assessment")).toBeVisible();

  const other = await browser.newContext({ javaScriptEnabled: false });
  const shared = await other.newPage();
  await shared.goto(page.url());
  await expect(shared.getByText("Your consortium can apply", { exact: true })).toBeVisible();
  await expect(shared.getByLabel("Call year")).toHaveValue("2019");
  await other.close();
});

test("an action with strands asks for the strand, without JavaScript", async ({ page }) => {
  await page.goto("/can-we-apply?action=CBHE&callYear=2025&country=DE&type=higher_education_institution");
  const answer = page.getByRole("region", { name: "Result" });
  const strand = page.getByLabel("Lot or strand");
  await expect(answer.getByText("What is not certain yet")).toBeVisible();
  await strand.selectOption({ label: "Strand 3" });
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await expect(strand).toHaveValue("strand3");
  await expect(answer.getByText("What is missing")).toBeVisible();
});

test("distances and unit costs are calculated without JavaScript", async ({ page }) => {
  await page.goto("/unit-costs");
  await page.getByLabel("Call year").fill("2025");
  await page.getByLabel("From (city)").fill("Αθήνα");
  await page.getByLabel("Country of departure").fill("Greece");
  await page.getByLabel("To (city)").fill("Helsingfors");
  await page.getByLabel("Country of arrival").fill("Finland");
  await page.getByRole("button", { name: "Calculate" }).click();
  const answer = page.getByRole("region", { name: "The journey" });
  await expect(answer.getByText(/^2,46\d(\.\d+)? km$/)).toBeVisible();
  await expect(answer.getByText("€395")).toBeVisible();
  await expect(answer.getByText("€535")).toBeVisible();
});

test("a rule page shows each rule with its source, without JavaScript", async ({ page }) => {
  await page.goto("/rules");
  await page.getByRole("link", { name: "Erasmus+ Teacher Academies" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Erasmus+ Teacher Academies" })).toBeVisible();
  await expect(page.getByText("At least 6 organisations")).toBeVisible();
  await expect(page.getByText("confirmed in an official source for call 2025; other calls:").first()).toBeVisible();
  await page.getByRole("link", { name: "Check a consortium" }).click();
  await expect(page.getByLabel("Action")).toHaveValue("TEACHER_ACADEMY");
});

test("“What may we claim?” estimates a grant and checks a transfer and a score, without JavaScript", async ({
  page,
}) => {
  await page.goto("/rules/KA201");
  await page.getByRole("link", { name: "What may we claim?" }).first().click();
  await expect(page.getByLabel("Action")).toHaveValue("KA201");
  await page.getByLabel("Call year").fill("2019");
  await page.getByLabel("Duration in months").fill("24");
  for (const [index, country] of ["Spain", "Germany", "Greece"].entries()) {
    const row = page.getByRole("group", { name: `Organisation ${String(index + 1)}`, exact: true });
    await row.getByLabel("Country").fill(country);
  }
  await page.getByRole("button", { name: "Show the budget" }).click();
  const estimate = page.getByRole("region", { name: "Estimate of the grant" });
  await expect(estimate.getByRole("row", { name: /^Total/u })).toContainText("24,000");
  const meetings = estimate.getByRole("group", { name: "Transnational project meetings" });
  await meetings.getByLabel("Participants").fill("2");
  await meetings.getByLabel("Distance in km").fill("far");
  await estimate.getByRole("button", { name: "Calculate", exact: true }).click();
  await expect(meetings.getByText("This is not a number.")).toBeVisible();
  await meetings.getByLabel("Distance in km").first().fill("1 250");
  await estimate.getByRole("button", { name: "Calculate", exact: true }).click();
  await expect(estimate.getByRole("row", { name: /^Total/u })).toContainText("25,150");

  const transfers = page.getByRole("region", { name: "Transfers between categories" });
  const category = transfers.getByRole("group", { name: "Transnational project meetings" });
  await category.getByLabel("Awarded").fill("1000");
  await category.getByLabel("Actual").fill("1500");
  await transfers.getByRole("button", { name: "Calculate" }).click();
  await expect(transfers.getByText("An amendment is needed first")).toBeVisible();

  const score = page.getByRole("region", { name: "Reduction by the final score" });
  await score.getByLabel("Score").fill("45");
  await score.getByRole("button", { name: "Calculate" }).click();
  await expect(score.getByText("The grant is reduced by 25%")).toBeVisible();
  await expect(estimate.getByRole("row", { name: /^Total/u })).toContainText("25,150");
});
