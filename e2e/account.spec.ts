import { expect, expectAccessibleInBothSchemes, freshAddress, linkIn, signIn, signUp, test } from "./fixtures";

const password = "a long enough sentence";

test("sessions are listed and signed out, and account changes ask for the password again", async ({
  page,
  browser,
  mailbox,
}) => {
  const address = freshAddress("olga");
  await signUp(page, { name: "Olga Petrova", address });
  await expect(page.getByRole("heading", { name: "Your organisation" })).toBeVisible();
  await page.goto(linkIn(await mailbox.newest(address, "Confirm"), "/confirm/"));
  await page.getByRole("button", { name: "Confirm this address" }).click();
  await expect(page.getByText("Your address is confirmed")).toBeVisible();

  const elsewhere = await browser.newContext({
    userAgent: "Mozilla/5.0 (Windows NT 10.0; rv:145.0) Gecko/20100101 Firefox/145.0",
  });
  const other = await elsewhere.newPage();
  await signIn(other, address, password);
  await expect(other).toHaveURL(/\/home$/);

  await page.goto("/account");
  const device = page.getByRole("button", { name: "Sign out Firefox on Windows" });
  await expect(device).toBeVisible();
  await expect(page.getByText("This device", { exact: true })).toBeVisible();
  await mailbox.ageSessions(address);
  await device.click();
  const dialog = page.getByRole("dialog", { name: "Confirm that it is you" });
  await expect(dialog).toBeVisible();
  await expectAccessibleInBothSchemes(page, "dialog[open]");
  await dialog.getByLabel("Your password").fill("not the password");
  await dialog.getByRole("button", { name: "Confirm", exact: true }).click();
  await expect(dialog.getByText("This is not your current password.").first()).toBeVisible();
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByRole("button", { name: "Confirm", exact: true }).click();
  await expect(device).toBeHidden();
  await other.goto("/home");
  await expect(other).toHaveURL(/sign-in/);
  await elsewhere.close();

  await mailbox.ageSessions(address);
  const added = freshAddress("olga.second");
  await page.getByLabel("Add an address").fill(added);
  await page.getByRole("button", { name: "Add and send a link" }).click();
  await dialog.getByRole("button", { name: "E-mail me a link instead" }).click();
  await expect(dialog.getByText("We sent a link to your main address.")).toBeVisible();
  const link = await page.context().newPage();
  await link.goto(linkIn(await mailbox.newest(address, "Confirm that it is you"), "/sign-in/link/"));
  await link.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(link).toHaveURL(/\/account$/);
  await link.close();
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText(`We’ve sent a link to ${added}.`)).toBeVisible();
  expect(await mailbox.newest(address, "was added")).toContain(added);
});

test("signing out ends the session for a copied cookie and clears what the browser stored", async ({ page }) => {
  await signUp(page, { name: "Rosa Blanco", address: freshAddress("rosa") });
  await expect(page.getByRole("heading", { name: "Your organisation" })).toBeVisible();
  await page.goto("/account");
  await page.evaluate(() => localStorage.setItem("consorta.draft.test", "unsaved words"));
  const copied = await page.context().cookies();
  await page.getByRole("button", { name: /^Sign out .+ on .+/u }).click();
  await page.waitForURL("/");
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.context().addCookies(copied);
  await page.goto("/home");
  await expect(page).toHaveURL(/sign-in/);
});
