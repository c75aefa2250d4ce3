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
