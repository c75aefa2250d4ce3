import { demoSlug, enterDemo, expect, expectAccessible, test } from "./fixtures";

test("the coordinator publishes an output, a visitor reads, cites and downloads it, and its withdrawal is said", async ({
  page,
  browser,
}) => {
  await enterDemo(page, "coordinator");
  await page.goto(`/projects/${await demoSlug(page)}/outputs`);
  await page
    .getByRole("link", { name: /The mobile workshop: design and safety rules/u })
    .first()
    .click();
  await page.getByRole("link", { name: "Publish", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Publish O2" })).toBeVisible();
  await page.getByLabel("Licence").selectOption({ label: "CC BY-ND 4.0: no adapting" });
  await page.getByRole("button", { name: "Preview the page" }).click();
  await expect(page.getByText("Choose a licence without “ND”.").first()).toBeVisible();
  await page.getByLabel("Licence").selectOption({ label: "CC BY 4.0: reuse and adapt, credit the authors" });
  await page.getByLabel("Keywords").fill("welding, trailer");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Preview the page" }).click();
  await expect(page.getByRole("heading", { name: "Preview: nothing has changed yet" })).toBeFocused();
  await expect(page.getByText("welding, trailer")).toBeVisible();
  await page.getByRole("button", { name: "Back to the form" }).click();
  await expect(page.getByLabel("Keywords")).toHaveValue("welding, trailer");
  await page.getByRole("button", { name: "Preview the page" }).click();
  await page.getByRole("button", { name: "Publish now" }).click();
  await expect(page.getByText("Confirm this first.")).toBeVisible();
  await page.getByLabel("The people who are shown or named in the files have agreed").check();
  await page.getByRole("button", { name: "Publish now" }).click();
  await expect(page.getByText("published this output").first()).toBeVisible();
  const address = (await page.getByRole("link", { name: "See the public page" }).getAttribute("href")) ?? "";
  expect(address).toMatch(/^\/outputs\/the-mobile-workshop-design-and-safety-rules-[0-9a-f]{6}$/u);

  const visitor = await (await browser.newContext()).newPage();
  expect((await visitor.goto(address))?.status()).toBe(200);
  await expect(visitor.getByRole("heading", { level: 1, name: /The mobile workshop/u })).toBeVisible();
  await expectAccessible(visitor);
  await expect(visitor.getByText(/The mobile workshop: design and safety rules\. BRIDGES\. http/u)).toBeVisible();
  await expect(visitor.getByText(/^Funded by the European Union\./u).first()).toBeVisible();
  const download = visitor.waitForEvent("download");
  await visitor.getByRole("link", { name: "Download: workshop-rules.pdf" }).click();
  expect((await download).suggestedFilename()).toBe("workshop-rules.pdf");
  const cited = await visitor.request.get(`${address}/cite/ris`);
  expect([cited.status(), await cited.text()]).toEqual([200, expect.stringMatching(/^TY {2}- GEN\r\n/u)]);

  await visitor.getByRole("link", { name: /^BRIDGES: / }).click();
  await expect(visitor).toHaveURL(/\/partnerships\/bridges-/u);
  await expectAccessible(visitor);
  const promised = visitor.getByRole("listitem").filter({ hasText: "The mobile workshop: design and safety rules" });
  await expect(promised).toContainText("public");
  await visitor.getByRole("list", { name: "Partners" }).getByRole("link").nth(1).click();
  await expect(visitor).toHaveURL(/\/partners\//u);
  await expectAccessible(visitor);
  await visitor.getByRole("link", { name: /^BRIDGES: / }).click();
  await visitor.getByRole("link", { name: /^The mobile workshop: design/u }).click();
  await expect(visitor).toHaveURL(new RegExp(`${address}$`, "u"));

  await page.getByRole("link", { name: "Change or withdraw the public page" }).click();
  await page.getByLabel("Reason, shown in public").fill("Page 9 has a wrong drawing.");
  await page.getByRole("button", { name: "Withdraw this output" }).click();
  await expect(page.getByText("withdrew this output from the public").first()).toBeVisible();
  const gone = await visitor.goto(address);
  expect(gone?.status()).toBe(410);
  await expect(visitor.getByText("Reason: Page 9 has a wrong drawing.")).toBeVisible();
  await expectAccessible(visitor);
});

test("a person agrees to be named, and a public page says what an unknown address does not", async ({
  page,
  browser,
}) => {
  await enterDemo(page, "partner");
  await page.goto("/account");
  const names = page.getByRole("region", { name: "Your name on public pages" });
  await names.getByRole("button", { name: "Agree" }).click();
  await expect(names.getByText("Your name is shown.")).toBeVisible();
  const address = (await names.getByRole("link").first().getAttribute("href")) ?? "";
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(address);
  await expect(
    visitor
      .getByText("Ελένη", { exact: false })
      .or(visitor.getByText("Eleni", { exact: false }))
      .first(),
  ).toBeVisible();
  await names.getByRole("button", { name: "Do not show my name" }).click();
  await expect(names.getByText("Your name is not shown.")).toBeVisible();
  expect((await visitor.goto("/outputs/nothing-here"))?.status()).toBe(404);
  expect((await visitor.goto(address.replace("outputs", "partners")))?.status()).toBe(404);
});
