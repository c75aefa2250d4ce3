import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { demoSlug, enterDemo, expect, freshAddress, linkIn, signUp, test } from "./fixtures";

const accepted = "Diese Einladung wurde angenommen";

/** A name that resembles no other, so that organisations of other runs are no likely duplicates. */
const freshName = (kind: string) => `${randomUUID().slice(0, 13)} ${kind}`;

/** Fills in one organisation to invite. */
async function addOrganisation(
  page: Page,
  number: number,
  values: { legalName: string; country: string; city: string; type: string; emails: string },
): Promise<void> {
  await page.getByRole("button", { name: number === 1 ? "Add the first organisation" : "Add another" }).click();
  const card = page.getByRole("group", { name: `Organisation ${String(number)}:` });
  await card.getByLabel("Name of the organisation").fill(values.legalName);
  await card.getByLabel("Country").selectOption({ label: values.country });
  await card.getByLabel("City").fill(values.city);
  await card.getByLabel("Type of organisation").selectOption({ label: values.type });
  await card.getByLabel("E-mail addresses of its people").fill(values.emails);
  await expect(card.getByText("One address recognised")).toBeVisible();
}

test("a partnership is created, and its partners are invited in their language", async ({ page, browser, mailbox }) => {
  const acronym = `J${randomUUID().slice(0, 6)}`;
  const school = freshName("Escola");
  const german = freshName("Werkstatt");
  const italian = freshName("Scuola");
  const finnish = freshName("Opisto");
  const coordinator = freshAddress("marta");
  const [heike, luca, aino] = [freshAddress("heike"), freshAddress("luca"), freshAddress("aino")];
  const screens: string[] = [];
  page.on("framenavigated", (frame) => {
    const { pathname } = new URL(frame.url());
    if (pathname !== screens.at(-1)) screens.push(pathname);
  });

  await signUp(page, { name: "Marta Soler", address: coordinator });
  await expect(page.getByRole("heading", { name: "Your organisation" })).toBeVisible();
  await page.getByLabel("Legal name").fill(school);
  await page.getByLabel("Country").selectOption({ label: "Spain" });
  await page.getByLabel("City").fill("Valencia");
  await page.getByLabel("Type of organisation").selectOption({ label: "VET provider" });
  await page.getByRole("button", { name: "Register the organisation" }).click();

  const panel = page.getByRole("complementary", { name: "Does this meet the rules?" });
  await expect(panel.getByText("Choose an action")).toBeVisible();
  await page.getByLabel("Action").selectOption("KA220-VET");
  await page.getByLabel("Title", { exact: true }).fill("Hands that weld");
  await page.getByLabel("Acronym").fill(acronym);
  await expect(panel.getByText("Your consortium cannot apply yet")).toBeVisible();
  await page.getByRole("link", { name: "Continue: details" }).click();

  await page.getByLabel("Summary").fill("A workshop that travels.");
  await page.getByLabel("Start").fill("2026-12-01");
  await page.getByLabel("Duration in months").fill("24");
  await page.getByRole("link", { name: "Continue: consortium" }).click();

  await addOrganisation(page, 1, {
    legalName: german,
    country: "Germany",
    city: "Leipzig",
    type: "VET provider",
    emails: heike,
  });
  await expect(panel.getByText("Your consortium cannot apply yet")).toBeVisible();
  await addOrganisation(page, 2, {
    legalName: italian,
    country: "Italy",
    city: "Torino",
    type: "School",
    emails: luca,
  });
  await expect(panel.getByText("Your consortium can apply")).toBeVisible();
  await addOrganisation(page, 3, {
    legalName: finnish,
    country: "Finland",
    city: "Oulu",
    type: "VET provider",
    emails: aino,
  });
  await expect(panel.getByText("Your consortium can apply")).toBeVisible();
  await page.getByRole("link", { name: "Continue: outputs" }).click();

  await page.getByRole("button", { name: "Add the first output" }).click();
  await page.getByRole("group", { name: "Output 1" }).getByLabel("Title").fill("Trainer handbook");
  await expect(page.getByText("3 invitations will be sent automatically once you confirm")).toBeVisible();
  await page.getByRole("button", { name: "Create the partnership and invite" }).click();
  await expect(page.getByRole("heading", { level: 1, name: acronym })).toBeVisible();
  const project = new URL(page.url()).pathname;
  await page.goBack();
  await expect(page).toHaveURL(project);
  for (const name of [german, italian, finnish]) await expect(page.getByText(name).first()).toBeVisible();
  // Pages that only redirect are skipped.
  const seen = new Set(screens.filter((path) => path !== "blank" && path !== "/projects/new"));
  expect([...seen].length).toBeLessThanOrEqual(8);

  await page.goto(linkIn(await mailbox.newest(coordinator, "Confirm"), "/confirm/"));
  await page.getByRole("button", { name: "Confirm this address" }).click();
  await expect(page.getByText("Your address is confirmed")).toBeVisible();

  const inGerman = await mailbox.newest(heike, `lädt ${german} zu ${acronym} ein`);
  const invitation = linkIn(inGerman, "/invite/");
  const partner = await (await browser.newContext()).newPage();
  await partner.goto(invitation);
  await expect(partner.getByRole("heading", { level: 1 })).toHaveText(`Sie sind zu ${acronym} eingeladen`);
  await expect(partner.getByText(`Marta Soler von ${school} lädt ${german} ein`)).toBeVisible();
  await partner.getByLabel("Ihr Name").fill("Heike Brandt");
  await expect(partner.getByLabel("E-Mail-Adresse")).toHaveValue(heike);
  await partner.getByLabel("Passwort").fill("1234567890");
  await partner.getByRole("button", { name: "Konto anlegen" }).click();
  await expect(partner.getByRole("main").getByRole("alert")).toContainText("Dieses Passwort");
  await partner.getByLabel("Passwort").fill("a long enough sentence");
  await partner.getByRole("button", { name: "Konto anlegen" }).click();
  await expect(partner.getByText("Sie sind angemeldet als Heike Brandt.")).toBeVisible();
  await expect(partner.getByLabel("Rechtlicher Name")).toHaveValue(german);
  await partner.getByLabel("Kurzname").fill("Werkstatt");
  await partner.getByLabel("OID").fill("X1");
  await partner.getByRole("button", { name: "Einladung annehmen" }).click();
  await expect(partner.getByRole("main").getByRole("alert")).toContainText("Eine OID besteht aus");
  await partner.getByLabel("OID").fill("");
  await partner.getByRole("button", { name: "Einladung annehmen" }).click();
  await expect(partner.getByText(`You’ve joined ${acronym}`)).toBeVisible();
  await expect(partner.getByRole("heading", { name: "Waiting for you" })).toBeVisible();
  await expect(partner.getByRole("navigation", { name: "Your projects" }).getByRole("link")).toHaveText([acronym]);
  await partner.getByRole("link", { name: "Open the project" }).click();
  await expect(partner.getByRole("heading", { level: 1, name: acronym })).toBeVisible();
  await partner.goto(invitation);
  await expect(partner.getByRole("heading", { level: 1, name: acronym })).toBeVisible();
  await partner.context().close();

  const second = await (await browser.newContext()).newPage();
  await second.goto(invitation);
  await expect(second.getByText(accepted)).toBeVisible();
  await expect(second.getByRole("button", { name: "Konto anlegen" })).toBeHidden();

  await second.goto(linkIn(await mailbox.newest(luca, acronym), "/invite/"));
  await expect(second.getByRole("heading", { level: 1 })).toContainText(acronym);
  await expect(second.locator("[lang=it]")).toBeVisible();
  await second.getByText("Rifiuta", { exact: true }).click();
  await second.getByLabel("Motivo").fill("Quest’anno no.");
  await second.getByRole("button", { name: "Rifiuta l’invito" }).click();
  await expect(second.getByRole("heading", { level: 1, name: "Ha rifiutato" })).toBeFocused();
  await expect(second.getByRole("textbox")).toHaveCount(0);
  await second.context().close();

  await page.goto(`${project}/consortium`);
  const invitations = page.getByRole("table", { name: "Invitations" });
  await expect(invitations.getByRole("row").filter({ hasText: heike })).toContainText("accepted");
  await expect(invitations.getByRole("row").filter({ hasText: luca })).toContainText("declined");
  await expect(invitations.getByRole("row").filter({ hasText: luca })).toContainText("Reason: Quest’anno no.");
  await expect(invitations.getByRole("row").filter({ hasText: aino })).toContainText("until");
});

test("creating a partnership names the addresses that get no invitation, because they unsubscribed", async ({
  page,
  mailbox,
  baseURL,
}) => {
  const address = freshAddress("stopped");
  await enterDemo(page, "coordinator");
  await page.goto(`/projects/${await demoSlug(page)}/consortium/invite`);
  const people = page.getByRole("region", { name: "People of an organisation in the project" });
  await people.getByLabel("E-mail addresses").fill(address);
  await people.getByRole("button", { name: "Invite people" }).click();
  await expect(page.getByText("One person invited")).toBeVisible();
  await page.goto(linkIn(await mailbox.newest(address, "BRIDGES"), "/stop/"));
  await page.getByRole("button", { name: "Unsubscribe" }).click();
  await expect(page.getByText("You won’t get these e-mails any more.")).toBeVisible();

  const acronym = `S${randomUUID().slice(0, 6)}`;
  const id = randomUUID();
  const partner = { key: "a", legalName: freshName("Opisto"), country: "FI", kind: "partner", role: "manager" };
  const call = { callYear: 2019, actionCode: "KA201", field: "school" };
  const data = {
    ...call,
    title: "Roots",
    acronym,
    partners: [{ ...partner, emails: address, message: "", locale: "en" }],
  };
  const saved = await page.request.post("/api/trpc/projects.saveDraft", {
    data: { json: { id, revision: 0, data } },
    headers: { origin: baseURL ?? "" },
  });
  expect(saved.status()).toBe(200);
  await page.goto(`/projects/new/${id}/outputs`);
  await page.getByRole("button", { name: "Create the partnership and invite" }).click();
  const dialog = page.getByRole("dialog", { name: "The partnership is created" });
  await expect(dialog).toContainText(address);
  await dialog.getByRole("button", { name: "Open the project" }).click();
  await expect(page.getByRole("heading", { level: 1, name: acronym })).toBeVisible();
});
