import { demoSlug, enterDemo, expect, expectAllAccessible, test } from "./fixtures";

test("a manager gives everything of a colleague to another one, and the briefing fits on two pages", async ({
  page,
}) => {
  await enterDemo(page, "coordinator");
  const project = `/projects/${await demoSlug(page)}`;
  await page.goto(`${project}/consortium`);
  await page.getByRole("button", { name: "Actions for Jorge Peris Muñoz" }).click();
  await page.getByRole("link", { name: "Give tasks and reviews to a colleague" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Give the work of Jorge Peris Muñoz to a colleague");
  await expectAllAccessible(page, [new URL(page.url()).pathname + new URL(page.url()).search, `${project}/briefing`]);
  const sheets = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/gu);
  expect(sheets?.length).toBeLessThanOrEqual(2);
  await page.goBack();
  await page.getByLabel("Who takes it?").selectOption({ label: "Ana Ruiz Navarro (manager)" });
  await page.getByRole("button", { name: "Give to the colleague" }).click();
  await expect(page.getByText(/moved to the colleague/u)).toBeVisible();
  await page.getByRole("link", { name: "Open the briefing for the colleague" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Who is who" })).toBeVisible();
});
