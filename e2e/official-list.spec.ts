import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { stringify } from "csv-stringify/sync";
import { enterDemo, expect, freshAddress, signUp, test } from "./fixtures";

const sides = ["name", "organisation type", "address", "region", "country", "website"];
const partners = Array.from({ length: 100 }, (_, index) => `Partner ${String(index + 1)}`);

/** A list with the Commission's 622 columns and one project among others. */
function listWith(project: Readonly<Record<string, string>>): Buffer {
  const headings = [
    ..."Programme,Key Action,Action Type,Call year,Project Identifier,Project Title,Topics,Project Summary".split(","),
    ..."Project Status,EU Grant award in euros,Is Good Practice,Is Success Story,Project Website".split(","),
    ..."Results Available,Results Platform Project Card,Participating countries".split(","),
    ..."Coordinating organisation name,Coordinating organisation type,Coordinator's address".split(","),
    ..."Coordinator's region,Coordinator's country,Coordinator's website".split(","),
    ...partners.flatMap((partner) => sides.map((side) => `${partner} ${side}`)),
  ];
  const other = { "Project Identifier": "2018-1-PL01-KA204-051234", "Project Title": "Bread and butter" };
  const rows = [other, project].map((values: Readonly<Record<string, string>>) =>
    headings.map((one) => values[one] ?? ""),
  );
  expect(headings).toHaveLength(622);
  return Buffer.from(`\uFEFF${stringify([headings, ...rows], { delimiter: ";" })}`);
}

/** A new person registers a school and opens the form for the Commission's list. */
async function startFromList(page: Page, school: string): Promise<void> {
  await signUp(page, { name: "Marta Soler", address: freshAddress("marta") });
  await page.getByLabel("Legal name").fill(school);
  await page.getByLabel("Country").selectOption({ label: "Spain" });
  await page.getByLabel("City").fill("Valencia");
  await page.getByLabel("Type of organisation").selectOption({ label: "School" });
  await page.getByRole("button", { name: "Register the organisation" }).click();

  await page.getByText("Start from the Commission’s official project list").click();
}

test("a partnership is created from the Commission's list without typing", async ({ page }) => {
  const school = `${randomUUID().slice(0, 13)} Escola`;
  const academy = `${randomUUID().slice(0, 13)} Academy`;
  const serial = String(Math.floor(100_000 + Math.random() * 899_999));
  const reference = `2019-1-ES01-KA201-${serial}`;
  await startFromList(page, school);
  const look = page.getByRole("button", { name: "Search the list" });
  await page.getByLabel("The list, as downloaded").setInputFiles({
    name: "list.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("a;b\n1;2\n"),
  });
  await look.click();
  await expect(page.getByText("This is a table, but not the Commission’s project list")).toBeVisible();

  await page.getByLabel("The list, as downloaded").setInputFiles({
    name: "list.csv",
    mimeType: "text/csv",
    buffer: listWith({
      "Action Type": "Strategic Partnerships for school education",
      "Call year": "2019",
      "Project Identifier": reference,
      "Project Title": `Schools on wheels (WHEELS${serial})`,
      "Project Summary": "Mobile workshops; for villages.\nIn three countries.",
      "Coordinating organisation name": school,
      "Coordinating organisation type": "School/Institute/Educational centre – General education (secondary level)",
      "Coordinator's country": "ES",
      "Partner 1 name": academy,
      "Partner 1 organisation type": "Other",
      "Partner 1 address": "Odos 3, 57019, PERAIA",
      "Partner 1 country": "EL",
      "Partner 2 name": `${academy} due`,
      "Partner 2 organisation type": "School/Institute/Educational centre – General education (secondary level)",
      "Partner 2 country": "IT",
    }),
  });
  await page.getByLabel("Project reference, or words from its title").fill(reference.toLowerCase());
  await look.click();
  await page.getByRole("button", { name: "Use this project" }).click();
  await expect(page.getByText("Filled in from the list")).toBeVisible();
  await expect(page.getByLabel("Action")).toHaveValue("KA201");
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue(`Schools on wheels (WHEELS${serial})`);
  await expect(page.getByLabel("Acronym")).toHaveAccessibleDescription(/Our guess, please check/);

  await page.getByRole("link", { name: "Continue: details" }).click();
  await expect(page.getByLabel("Summary")).toHaveValue("Mobile workshops; for villages.\nIn three countries.");
  await page.getByLabel("Duration in months").fill("24");
  await page.getByRole("link", { name: "Continue: consortium" }).click();
  const first = page.getByRole("group", { name: "Organisation 1:" });
  await expect(first.getByLabel("Name of the organisation")).toHaveValue(academy);
  await expect(first.getByLabel("City")).toHaveValue("Peraia");
  await expect(first.getByLabel("City")).toHaveAccessibleDescription(/Our guess, please check/);
  await first.getByLabel("City").fill("Perea");
  await expect(first.getByLabel("City")).not.toHaveAccessibleDescription(/Our guess/);
  const panel = page.getByRole("complementary", { name: "Does this meet the rules?" });
  await expect(panel.getByText("Your consortium can apply")).toBeVisible();

  await page.getByRole("link", { name: "Continue: outputs" }).click();
  await page.getByRole("button", { name: "Create the partnership" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `WHEELS${serial}` })).toBeVisible();
  const project = page.getByRole("navigation", { name: "This project" });
  await project.getByRole("link", { name: "Consortium" }).click();
  await expect(page.getByText(`${academy} due`).first()).toBeVisible();
});

test("a reference fills in and marks fields, and an invalid one is explained", async ({ page }) => {
  const school = `${randomUUID().slice(0, 13)} Escola`;
  await startFromList(page, school);
  const pasted = page.getByLabel("Project reference, or words from its title");
  await pasted.fill("E10012345");
  await page.getByRole("button", { name: "Read the reference" }).click();
  await expect(page.getByText("This is the code of an organisation, not of a project")).toBeVisible();

  await pasted.fill("2019-EL01-KA2O1-065417");
  await pasted.press("Enter");
  await expect(page.getByText("Did you mean: 2019-1-EL01-KA201-065417")).toBeVisible();
  await page.getByRole("button", { name: "Use this reference" }).click();
  await expect(pasted).toHaveValue("2019-1-EL01-KA201-065417");
  await expect(page.getByText("EL01, Greece")).toBeVisible();
  await page.getByRole("button", { name: "Fill in from this reference" }).press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await expect(page.getByText("none of your organisations is based there")).toBeVisible();
  await expect(page.getByLabel("Call year")).toHaveValue("2019");
  await expect(page.getByLabel("Action")).toHaveValue("KA201");
  await expect(page.getByLabel("Field", { exact: true })).toHaveValue("school");
  for (const name of ["Call year", "Action"])
    await expect(page.getByLabel(name)).toHaveAccessibleDescription(/Our guess, please check/);
  await page.getByLabel("Action").selectOption("KA203");
  await expect(page.getByLabel("Action")).not.toHaveAccessibleDescription(/Our guess/);

  await page.getByRole("link", { name: "Continue: details" }).click();
  const reference = page.getByLabel("Project reference");
  await expect(reference).toHaveValue("2019-1-EL01-KA201-065417");
  await expect(reference).toHaveAccessibleDescription(/Our guess, please check/);
});

test("keyboard focus stays in the wizard when an organisation is added or removed", async ({ page }) => {
  await enterDemo(page, "coordinator");
  await page.goto("/projects/new");
  await page.waitForURL(/\/basics$/);
  await page.getByRole("link", { name: "3 Consortium" }).press("Enter");
  const add = page.getByRole("button", { name: /^Add / });
  await add.press("Enter");
  const card = (number: number) => page.getByRole("group", { name: `Organisation ${String(number)}:` });
  await expect(card(1).getByLabel("Name of the organisation")).toBeFocused();
  await page.keyboard.type("First");
  await add.press("Enter");
  await expect(card(2).getByLabel("Name of the organisation")).toBeFocused();
  await card(1).getByRole("button", { name: "Remove", exact: true }).press("Enter");
  await expect(add).toBeFocused();
  await expect(card(2)).toBeHidden();
  await card(1).getByRole("button", { name: "Remove", exact: true }).press("Enter");
  await expect(add).toBeFocused();
});
