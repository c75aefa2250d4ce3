import type { Page } from "@playwright/test";
import { demoSlug, enterDemo, expect, freshAddress, linkIn, signUp, test } from "./fixtures";

const gone = "This link no longer works";

async function expectGone(page: Page, link: string, way: string): Promise<void> {
  const answer = await page.goto(link);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(gone);
  await expect(page.getByText("ask the person who invited you for a new one")).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: way })).toBeVisible();
}

test("an evaluator's manager invites colleagues, their links lead to the project once accepted, and end after revoking", async ({
  page,
  browser,
  mailbox,
}) => {
  await enterDemo(page, "evaluator");
  const slug = await demoSlug(page);
  const [saskia, late, unwanted] = [freshAddress("saskia"), freshAddress("late"), freshAddress("unwanted")];
  const [wrong, right] = [freshAddress("wrong"), freshAddress("right")];
  await page.goto(`/projects/${slug}`);
  await page.getByRole("link", { name: "Our people" }).click();
  await expect(page.getByText("manager: reviews when asked, invites its people")).toBeVisible();
  await page.getByLabel("E-mail addresses").fill([saskia, late, unwanted, wrong].join(", "));
  await page.getByLabel("Language of the e-mail").selectOption({ label: "English" });
  await page.getByRole("button", { name: "Invite people" }).click();
  await expect(page.getByText("4 people invited")).toBeVisible();
  const linkOf = async (address: string) => linkIn(await mailbox.newest(address, "BRIDGES"), "/invite/");

  const colleague = await (await browser.newContext()).newPage();
  const link = await linkOf(saskia);
  await signUp(colleague, { name: "Saskia de Wit", address: saskia }, link);
  await colleague.getByRole("button", { name: "Accept the invitation" }).click();
  await expect(colleague.getByText("You’ve joined BRIDGES")).toBeVisible();
  await colleague.goto(link);
  await expect(colleague).toHaveURL(new RegExp(`/projects/${slug}$`, "u"));
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(link);
  await expect(visitor.getByText("This invitation has been accepted")).toBeVisible();
  await visitor.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await expect(visitor).toHaveURL(new RegExp(`next=.*${slug}`, "u"));
  await visitor.context().close();

  await page.reload();
  const row = page.getByRole("table", { name: "People" }).getByRole("row").filter({ hasText: "Saskia de Wit" });
  await expect(row).toContainText("contributor");
  const choose = async (action: string) => {
    await row.getByRole("button", { name: "Actions for Saskia de Wit" }).click();
    await row.getByRole("button", { name: action }).click();
  };
  await row.getByRole("button", { name: "Actions for Saskia de Wit" }).click();
  await expect(row.getByRole("button", { name: "Make viewer" })).toContainText("reviews when asked");
  await page.keyboard.press("Escape");
  await choose("Make viewer");
  await expect(row).toContainText("viewer");
  await choose("Remove Saskia de Wit from the project");
  await page.getByRole("button", { name: "Remove from the project" }).click();
  await expect(row).toBeHidden();
  expect((await colleague.goto(`/projects/${slug}`))?.status()).toBe(404);

  const ended = await linkOf(late);
  await mailbox.runOut(late);
  const revoked = await linkOf(unwanted);
  const invitation = page.getByRole("table", { name: "Invitations" }).getByRole("row").filter({ hasText: unwanted });
  await invitation.getByRole("button", { name: "Invitation to" }).click();
  await invitation.getByRole("button", { name: "Withdraw" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Withdraw the invitation" }).click();
  await expect(invitation).toContainText("withdrawn");

  const mistyped = page.getByRole("table", { name: "Invitations" }).getByRole("row").filter({ hasText: wrong });
  await mistyped.getByRole("button", { name: "Invitation to" }).click();
  await mistyped.getByRole("button", { name: "Correct the address" }).click();
  await page.getByRole("dialog").getByLabel("E-mail address").fill(right);
  await page.getByRole("dialog").getByRole("button", { name: "Save and send again" }).click();
  await expect(page.getByRole("table", { name: "Invitations" })).toContainText(right);
  expect(await linkOf(right)).toContain("/invite/");

  const stranger = await (await browser.newContext()).newPage();
  for (const reader of [stranger, colleague]) {
    await reader.goto(ended);
    await expect(reader.getByText("This invitation has expired")).toBeVisible();
    await expect(reader.getByText("Ask Joost van der Meer of")).toBeVisible();
    await expect(reader.getByRole("button", { name: /Create my account|Accept|Decline/u })).toHaveCount(0);
  }
  await expectGone(stranger, revoked, "Sign in");
  await colleague.context().close();
  await stranger.context().close();
});

test("forms that invite to a project say what each role may do in the organisation's participation", async ({
  page,
}) => {
  await enterDemo(page, "coordinator");
  await page.goto(`/projects/${await demoSlug(page)}/consortium/invite`);
  const rightsOf = (form: string) =>
    page.getByRole("region", { name: form, exact: true }).locator('[data-field$="role"]').getByText("contributor:");
  await expect(rightsOf("People of an organisation in the project")).toContainText("uploads files");
  const organisations = page.getByRole("region", { name: "Organisations", exact: true });
  await organisations.getByText("Change, or add a message").click();
  await expect(rightsOf("Organisations")).toContainText("uploads files");
  await organisations.getByLabel("Takes part as").selectOption({ label: "external evaluator" });
  await expect(rightsOf("Organisations")).toHaveText("contributor: reviews when asked");
});

test("a coordinator corrects the name and the city of an invited organisation, which its invitation page then shows", async ({
  page,
  mailbox,
}) => {
  await enterDemo(page, "coordinator");
  const slug = await demoSlug(page);
  const address = freshAddress("scuola");
  const [wrong, right] = [`Scoula ${address}`, `Scuola ${address}`].map((name) => name.replace(/@.*/u, ""));
  await page.goto(`/projects/${slug}/consortium/invite`);
  const organisations = page.getByRole("region", { name: "Organisations", exact: true });
  await organisations.getByLabel("Name of the organisation").fill(wrong ?? "");
  await organisations.getByLabel("Country").selectOption({ label: "Italy" });
  await organisations.getByLabel("E-mail addresses of its people").fill(address);
  await organisations.getByRole("button", { name: "Invite organisations" }).click();
  await expect(page.getByText("One person invited")).toBeVisible();
  await page.goto(`/projects/${slug}/consortium`);
  const row = page
    .getByRole("table", { name: "Organisations" })
    .getByRole("row")
    .filter({ hasText: wrong ?? "" });
  await row.getByRole("button", { name: "Actions for" }).click();
  await row.getByRole("button", { name: "Correct its details" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("OID").fill("12345");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert")).toContainText("An OID is the letter E and eight digits");
  await dialog.getByLabel("OID").fill("");
  await dialog.getByLabel("Name of the organisation").fill(right ?? "");
  await dialog.getByLabel("City").fill("Lecce");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  const corrected = page
    .getByRole("table", { name: "Organisations" })
    .getByRole("row")
    .filter({ hasText: right ?? "" });
  await expect(corrected).toContainText("Lecce, Italy");
  await page.context().clearCookies();
  await page.goto(linkIn(await mailbox.newest(address, "BRIDGES"), "/invite/"));
  await expect(page.getByText(right ?? "")).toBeVisible();
});

test("the page of an invitation is in its language, clamps a long summary, and shows the form first to a signed-in person", async ({
  page,
  browser,
  mailbox,
}) => {
  await enterDemo(page, "coordinator");
  const slug = await demoSlug(page);
  const address = freshAddress("kollegin");
  await page.goto(`/projects/${slug}/consortium/invite`);
  const people = page.getByRole("region", { name: "People of an organisation in the project" });
  await people.getByLabel("E-mail addresses").fill(address);
  await people.getByLabel("Language of the e-mail").selectOption({ label: "Deutsch" });
  await people.getByRole("button", { name: "Invite people" }).click();
  await expect(page.getByText("One person invited")).toBeVisible();
  const link = linkIn(await mailbox.newest(address, "BRIDGES"), "/invite/");

  const phone = await (await browser.newContext({ viewport: { width: 375, height: 812 } })).newPage();
  await phone.goto(link);
  // A colleague is invited for an organisation that takes part already.
  await expect(phone.getByText(/lädt Sie ein, für .* an „.*“ teilzunehmen/u)).toBeVisible();
  await expect(phone.getByText(/ein, als .* teilzunehmen/u)).toHaveCount(0);
  const header = phone.getByRole("banner");
  const footer = phone.getByRole("contentinfo");
  await expect(header.getByRole("link", { name: "Anmelden" })).toBeVisible();
  await expect(footer.getByRole("link", { name: "Datenschutz" })).toBeVisible();
  await expect(footer).toContainText("von der Europäischen Union kofinanziert");
  for (const frame of [header, footer]) {
    await expect(frame).not.toContainText(/Sign in|Good practices|Privacy|European Union/u);
    await expect(frame.locator("xpath=ancestor::*[@lang][1]")).toHaveAttribute("lang", "de");
  }
  const summary = phone.getByRole("region", { name: "Über das Projekt" });
  const text = summary.getByRole("paragraph");
  const lines = () =>
    text.evaluate((element) => element.clientHeight / Number.parseFloat(getComputedStyle(element).lineHeight));
  expect(await lines()).toBeLessThan(4.5);
  await summary.getByText("Mehr lesen").click();
  expect(await lines()).toBeGreaterThan(5);
  await summary.getByText("Weniger anzeigen").click();

  await phone.getByLabel("Ihr Name").fill("Heike Brandt");
  await phone.getByLabel("Passwort").fill("a long enough sentence");
  await phone.getByRole("button", { name: "Konto anlegen" }).click();
  const form = phone.getByRole("region", { name: "Annehmen", exact: true });
  await expect(form).toBeVisible();
  const top = async (part: typeof form) => (await part.boundingBox())?.y ?? Number.NaN;
  expect(await top(form)).toBeLessThan(await top(summary));
  await expect(header.getByRole("link", { name: "Zu meiner Startseite" })).toBeVisible();

  await phone.goto(`/invite/${"x".repeat(43)}?lang=de`);
  await expect(footer.getByRole("link", { name: "Datenschutz" })).toBeVisible();
  await phone.context().close();
});
