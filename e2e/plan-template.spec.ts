import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { enterDemo, expect, expectAccessibleInBothSchemes, test } from "./fixtures";

/** A new project of the demo's coordinator with nothing planned; returns its path. */
async function anEmptyProject(page: Page, origin: string): Promise<string> {
  const id = randomUUID();
  const post = async (procedure: string, input: object) => {
    const answer = await page.request.post(`/api/trpc/${procedure}`, { data: { json: input }, headers: { origin } });
    expect(answer.status()).toBe(200);
    return (await answer.json()) as { result: { data: { json: { slug: string } } } };
  };
  const data = {
    callYear: 2026,
    actionCode: "KA220-VET",
    field: "vet",
    title: "Hands that weld",
    acronym: `P${id.slice(0, 6)}`,
    startsOn: "2026-09-01",
    durationMonths: 24,
  };
  await post("projects.saveDraft", { id, revision: 0, data });
  const { result } = await post("projects.create", { id });
  return `/projects/${result.data.json.slug}`;
}

const title = (page: Page, line: number): Locator => page.getByLabel(`Title, line ${String(line)}`, { exact: true });
const rowOf = (page: Page, control: Locator) => page.getByRole("row").filter({ has: control });
const tsv = (...rows: string[][]) => rows.map((row) => row.join("\t")).join("\n");

test("an empty project starts from a template, of which a title is changed and a line is removed", async ({
  page,
  baseURL,
}) => {
  await enterDemo(page, "coordinator");
  const project = await anEmptyProject(page, baseURL ?? "");
  await page.goto(project);
  await page.getByRole("link", { name: "Start from a plan for a lump sum, with work packages" }).click();
  await expect(title(page, 1)).toHaveValue("Project management");
  await expect(rowOf(page, title(page, 1))).toContainText("WP1");
  await expectAccessibleInBothSchemes(page);

  await title(page, 1).fill("Coordination");
  await expect(title(page, 2)).toHaveValue("Sign the agreements between partners");
  await page.getByRole("button", { name: "Remove line 2", exact: true }).click();
  await expect(title(page, 2)).toHaveValue("Kick-off meeting");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(title(page, 2)).toHaveValue("Sign the agreements between partners");
  await page.getByRole("button", { name: "Remove line 2", exact: true }).click();
  // Restored twice, because what was restored is kept too.
  await page.reload();
  await expect(title(page, 1)).toHaveValue("Coordination");
  await page.reload();
  await expect(title(page, 1)).toHaveValue("Coordination");
  await expect(title(page, 2)).toHaveValue("Kick-off meeting");

  await page.getByRole("button", { name: "Add to the plan" }).click();
  await expect(page).toHaveURL(`${project}/outputs`);
  await expect(page.getByRole("main").getByRole("link", { name: "Online course" }).first()).toBeVisible();
  await page.goto(`${project}/outputs/work-packages`);
  await expect(page.getByText("WP1 Coordination")).toBeVisible();
  await expect(page.getByText("WP5 Communication and dissemination")).toBeVisible();
  await page.goto(`${project}/tasks`);
  await expect(page.getByText("Kick-off meeting").first()).toBeVisible();
  await expect(page.getByText("Sign the agreements between partners")).toHaveCount(0);
});

test("a pasted table with merged cells, tabs in titles and an unknown lead becomes a plan", async ({
  page,
  baseURL,
}) => {
  await enterDemo(page, "coordinator");
  const project = await anEmptyProject(page, baseURL ?? "");
  await page.goto(`${project}/outputs`);
  await page.getByRole("link", { name: "Paste a table" }).click();
  await page
    .getByLabel("Table", { exact: true })
    .fill(
      tsv(
        ["WP", "No", "Title", "Lead", "Month", "Budget"],
        ["WP1", "WP1", "Management", "", "M1 – M24", "20 000"],
        ["", "D1.1", '"Quality\tplan"', "", "M3", ""],
        ["", "M1", "Kick-off", "", "M2", ""],
        ["WP2", "WP2", "Training", "", "M3 – M12", ""],
        ["", "D2.1", "Course", "Nobody at all", "M12", ""],
        ["", "D2.2", "Guide", "", "31/12/2027", ""],
      ),
    );
  await expect(page.getByText("This column is not used: Budget.")).toBeVisible();
  await expect(page.getByText("“Nobody at all” is not an organisation of this project.")).toBeVisible();
  await expect(rowOf(page, title(page, 6))).toContainText("31 Dec 2027");
  await expect(page.getByText("2 work packages, 2 outputs, 1 task to add")).toBeVisible();
  await expectAccessibleInBothSchemes(page);

  // What is not understood stays, also after a reload, and can be corrected in its place.
  await page.getByRole("button", { name: "Add to the plan" }).click();
  await expect(page.getByText("The other lines are still here.")).toBeVisible();
  await expect(title(page, 1)).toHaveValue("Course");
  await page.reload();
  await expect(title(page, 1)).toHaveValue("Course");
  await page.getByLabel("Lead, line 1", { exact: true }).fill("");
  await expect(rowOf(page, title(page, 1))).toContainText("O3");
  await page.getByRole("button", { name: "Add to the plan" }).click();
  await expect(page).toHaveURL(`${project}/outputs`);
  const main = page.getByRole("main");
  for (const name of ["D1.1 Quality plan", "D2.1 Course", "D2.2 Guide"]) {
    await expect(main.getByRole("link", { name }).first()).toBeVisible();
  }
  await page.goto(`${project}/outputs/work-packages`);
  await expect(main.getByRole("listitem").filter({ hasText: "WP2 Training" })).toContainText("2 outputs");
});

test("a table of 1,000 lines says what is too much, and keeps everything", async ({ page, baseURL }) => {
  await enterDemo(page, "coordinator");
  const project = await anEmptyProject(page, baseURL ?? "");
  await page.goto(`${project}/outputs/lay-out`);
  const lines = Array.from({ length: 1_000 }, (_, n) => [
    `R${String(n + 1).slice(-3)}`,
    `Result ${String(n + 1)}`,
    "",
    "M6",
  ]);
  await page.getByLabel("Table", { exact: true }).fill(tsv(["No", "Title", "Lead", "Month"], ...lines));
  await expect(page.getByText("the project can take 150 more")).toBeVisible();
  await expect(page.getByText("Lines 1 to 50 of 1,000")).toBeVisible();
  await page.getByRole("button", { name: "Later lines" }).click();
  await title(page, 51).fill("A better result");
  await page.getByRole("button", { name: "Add to the plan" }).click();
  await expect(page.getByText("There are too many.").first()).toBeVisible();
  await expect(title(page, 51)).toHaveValue("A better result");
  await page.goto(`${project}/outputs`);
  await expect(page.getByText("Nothing is planned yet").first()).toBeVisible();
});

test("on a phone a line that is understood is two lines of text until it is changed", async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 375, height: 700 });
  await enterDemo(page, "coordinator");
  const project = await anEmptyProject(page, baseURL ?? "");
  await page.goto(`${project}/outputs/lay-out`);
  await page
    .getByLabel("Table", { exact: true })
    .fill(
      tsv(
        ["No", "Title", "Lead", "Month"],
        ["WP1", "Management", "", "M1 – M24"],
        ["D1.1", "Course", "", "M12"],
        ["D1.2", "Guide", "Nobody", "M9"],
      ),
    );
  const rows = page.getByRole("row").filter({ has: page.getByRole("button", { name: /^Remove line/ }) });
  await expect(rows.nth(1)).toContainText("Course");
  expect((await rows.nth(1).boundingBox())?.height).toBeLessThan(110);
  await expect(title(page, 2)).toBeHidden();
  // What is not understood is shown with its fields, which stay when it is.
  await page.getByLabel("Lead, line 3", { exact: true }).fill("");
  await expect(rows.nth(2)).toContainText("O2");
  await expect(page.getByLabel("Lead, line 3", { exact: true })).toBeFocused();
  await expectAccessibleInBothSchemes(page);
  await page.getByRole("button", { name: "Change line 2" }).click();
  await title(page, 2).fill("Online course");
  await page.getByRole("button", { name: "Change line 2" }).click();
  await expect(rows.nth(1)).toContainText("Online course");
  await page.getByRole("button", { name: "Remove line 2", exact: true }).click();
  await expect(page.getByRole("button", { name: "Change line 2" })).toBeFocused();
});
