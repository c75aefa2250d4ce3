import { expect, freshAddress, linkIn, signIn, signUp, test } from "./fixtures";

test("a new person signs up, confirms by e-mail, signs out and in again", async ({ page, mailbox }) => {
  const address = freshAddress("marta");
  await signUp(page, { name: "Marta Soler", address });
  await expect(page.getByRole("heading", { name: "Your organisation" })).toBeVisible();
  await expect(page.getByText("Please confirm your e-mail address")).toBeVisible();

  await page.goto(linkIn(await mailbox.newest(address, "Confirm"), "/confirm/"));
  await page.getByRole("button", { name: "Confirm this address" }).click();
  await expect(page.getByText("Your address is confirmed")).toBeVisible();
  await page.goto("/home");
  await expect(page.getByText("Please confirm your e-mail address")).toBeHidden();

  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await page.waitForURL("/");
  await page.goto("/home");
  await expect(page).toHaveURL(/sign-in/);
  await signIn(page, address, "not the password");
  await expect(page.getByText("Wrong e-mail address or password.")).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveValue(address);
  await signIn(page, address);
  await expect(page).toHaveURL(/\/home$/);
});

test("an e-mailed link signs in once, and an e-mailed reset link changes the password", async ({ page, mailbox }) => {
  const address = freshAddress("pavel");
  await signUp(page, { name: "Pavel Novák", address });
  await expect(page.getByRole("heading", { name: "Your organisation" })).toBeVisible();
  await page.context().clearCookies();

  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(address);
  const byMail = page.getByRole("button", { name: "Send me a link instead" });
  await page.context().setOffline(true);
  await byMail.click();
  await expect(page.getByText("We could not reach the server.")).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveValue(address);
  await page.context().setOffline(false);
  await byMail.click();
  await expect(page.getByText("Check your inbox")).toBeVisible();
  const link = linkIn(await mailbox.newest(address, "link to sign in"), "/sign-in/link/");
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/home$/);
  await page.context().clearCookies();
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("This link has been used or has expired.")).toBeVisible();

  await page.goto("/reset");
  await page.getByLabel("E-mail address").fill(address);
  await page.getByRole("button", { name: "Send me the link" }).click();
  await page.goto(linkIn(await mailbox.newest(address, "new password"), "/reset/"));
  await page.getByLabel("New password").fill("password123");
  await page.getByRole("button", { name: "Set this password" }).click();
  await expect(page.getByText("This password is too common.").first()).toBeVisible();
  await page.getByLabel("New password").fill("an entirely new sentence");
  await page.getByRole("button", { name: "Set this password" }).click();
  await expect(page.getByText("Your new password is set")).toBeVisible();
  await signIn(page, address, "an entirely new sentence");
  await expect(page).toHaveURL(/\/home$/);
});

test("sign-up shows the same response for a registered address and a new one", async ({ page, mailbox }) => {
  const address = freshAddress("twice");
  await signUp(page, { name: "First", address });
  await expect(page.getByRole("heading", { name: "Your organisation" })).toBeVisible();
  await page.goto(linkIn(await mailbox.newest(address, "Confirm"), "/confirm/"));
  await page.getByRole("button", { name: "Confirm this address" }).click();
  await expect(page.getByText("Your address is confirmed")).toBeVisible();
  await page.context().clearCookies();
  await signUp(page, { name: "Second", address });
  await expect(page.getByRole("heading", { name: "Your organisation" })).toBeVisible();
  await mailbox.newest(address, "already have");
});
