import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { chooseReviewer, demoSlug, enterDemo, expect, freshAddress, linkIn, signUp, test } from "./fixtures";

type FileInput = { name: string; text: string };

/** Chooses files with the file input; nothing is uploaded before the button is pressed. */
async function choose(page: Page, ...files: FileInput[]): Promise<void> {
  await page
    .locator("input[type=file]")
    .setInputFiles(files.map(({ name, text }) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) })));
}

/** The row of a file on the output page. */
const fileLine = (page: Page, name: string) =>
  page.getByRole("list", { name: "Files" }).getByRole("listitem").filter({ hasText: name });

test("an output gets files, a review and an approval, which a newer version makes outdated", async ({
  page: coordinator,
  browser,
  mailbox,
}) => {
  const title = `Handbook ${randomUUID().slice(0, 8)}`;
  const [handbook, annex] = [`handbook ${title}.txt`, `annex ${title}.txt`];
  const contributor = await (await browser.newContext()).newPage();
  const reviewer = await (await browser.newContext()).newPage();
  const stranger = await (await browser.newContext()).newPage();

  await enterDemo(coordinator, "coordinator");
  await coordinator.goto(`/projects/${await demoSlug(coordinator)}/outputs/new`);
  await coordinator.getByLabel("Title").fill(title);
  await coordinator.getByLabel("Type").selectOption({ label: "Guide or handbook" });
  await coordinator.getByLabel("Leading organisation").selectOption({ label: "ES Sol de Levante" });
  await coordinator.getByRole("group", { name: "Contributing" }).getByLabel("ΙΕΚ Θερμαϊκού").check();
  await coordinator.getByRole("button", { name: "Add to the plan" }).click();
  await expect(coordinator.getByRole("heading", { level: 1 })).toContainText(title);
  const output = new URL(coordinator.url()).pathname;
  const outputId = output.split("/").at(-1) ?? "";

  await enterDemo(contributor, "contributor");
  await contributor.goto(output);
  await choose(contributor, { name: handbook, text: "first words" }, { name: annex, text: "an annex" });
  const cards = contributor.getByRole("region", { name: "Ready to upload" });
  await expect(cards.getByRole("listitem")).toHaveCount(2);
  await expect(cards.getByText(`Saved as a new file: ${handbook}, version 1`)).toBeVisible();
  await cards.getByRole("listitem").filter({ hasText: handbook }).getByLabel("Note").fill("The first draft.");
  await cards.getByRole("button", { name: "Upload 2 files" }).click();
  const uploads = contributor.getByRole("list", { name: "Uploads" });
  await expect(uploads.getByText("uploaded", { exact: true })).toHaveCount(2);
  await expect(contributor.getByText("2 files uploaded")).toBeVisible();
  await expect(fileLine(contributor, handbook)).toContainText("v1");
  await expect(fileLine(contributor, handbook)).toContainText("The first draft.");
  await expect(fileLine(contributor, annex)).toContainText("v1");

  await choose(contributor, { name: handbook, text: "better words" });
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await contributor.route(/\/upload(\/|$)/u, async (route) => {
    await held;
    await route.continue();
  });
  await expect(cards.getByLabel("Save as")).toHaveValue(/handbook/);
  await cards.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(uploads.getByRole("progressbar", { name: handbook })).toHaveJSProperty("position", 0);
  release();
  await expect(fileLine(contributor, handbook)).toContainText("v2");
  await contributor.getByRole("button", { name: "Add a link" }).click();
  const dialog = contributor.getByRole("dialog");
  await dialog.getByLabel("Address").fill("https://handbook.example/");
  await dialog.getByLabel("Name").fill(`site ${title}`);
  await dialog.getByRole("button", { name: "Add the link" }).click();
  await expect(fileLine(contributor, `site ${title}`)).toContainText("Its content can change");

  const address = await fileLine(contributor, handbook).getByRole("link", { name: "Download" }).getAttribute("href");
  const content = await contributor.request.get(address ?? "");
  expect(await content.text()).toBe("better words");
  const all = await contributor.request.get(`/api/outputs/${outputId}/archive`);
  expect(all.headers()["content-type"]).toBe("application/zip");
  await signUp(stranger, { name: "A Stranger", address: freshAddress("stranger") });
  await expect(stranger.getByRole("heading", { name: "Your organisation" })).toBeVisible();
  for (const path of [address ?? "", output, `/api/outputs/${outputId}/archive`])
    expect((await stranger.request.get(path)).status(), path).toBe(404);
  await stranger.context().close();

  await coordinator.goto(output);
  await coordinator.getByRole("link", { name: "Ask for review" }).first().click();
  await chooseReviewer(coordinator, "Ελένη Παπαδοπούλου");
  await coordinator.getByLabel("Message to the reviewers").fill("Is the third chapter clear?");
  await coordinator.getByRole("button", { name: "Ask for review" }).click();
  await expect(coordinator.getByText("One review is still pending.").first()).toBeVisible();

  await enterDemo(reviewer, "partner");
  await reviewer.goto(linkIn(await mailbox.newest("eleni@iek-thermaikou.example", title), "/projects/"));
  await expect(reviewer.getByText("Is the third chapter clear?")).toBeVisible();
  await reviewer.getByLabel("Your comments").fill("Clear enough for a first lesson.");
  await reviewer.getByLabel("Recommend approval", { exact: true }).check();
  await reviewer.getByRole("button", { name: "Give this review" }).click();
  await expect(reviewer.getByRole("region", { name: "Reviews" })).toContainText("recommends approval");
  await reviewer.context().close();

  await coordinator.reload();
  const decision = coordinator.getByRole("region", { name: "Decide" });
  await expect(decision.getByText("All reviews are in.")).toBeVisible();
  await decision.getByRole("button", { name: "Approve" }).click();
  await expect(coordinator.getByRole("heading", { name: "The coordinator’s decision" })).toBeVisible();

  await contributor.goto(output);
  await choose(contributor, { name: handbook, text: "words after the approval" });
  await cards.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(fileLine(contributor, handbook)).toContainText("v3");
  await expect(contributor.getByText("Files changed after the approval").first()).toBeVisible();
  await coordinator.reload();
  await expect(coordinator.getByText("Files changed after this approval")).toBeVisible();
  await expect(coordinator.getByText("This approval applies to version 2. Version 3 is newer.")).toBeVisible();

  await fileLine(contributor, handbook).getByRole("link", { name: "Versions (3)" }).click();
  const newest = contributor.getByRole("list", { name: "Versions" }).getByRole("listitem").first();
  const withdrawn = await newest.getByRole("link", { name: "Download" }).getAttribute("href");
  await newest.getByRole("button", { name: "Withdraw" }).click();
  await contributor.getByRole("dialog").getByLabel("Reason").fill("It names a pupil.");
  await contributor.getByRole("button", { name: "Delete the content" }).click();
  await expect(newest).toContainText("It names a pupil.");
  expect((await contributor.request.get(withdrawn ?? "")).status()).toBe(410);
  await contributor.context().close();
});

test("members of the consortium download the whole project as an archive", async ({ page, browser }) => {
  await enterDemo(page, "coordinator");
  await page.goto(`/projects/${await demoSlug(page)}`);
  await page.getByRole("button", { name: "More actions" }).click();
  const asking = page.waitForResponse(/projects\.export/u);
  const leaving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the whole project" }).click();
  const [request, download] = await Promise.all([asking, leaving]);
  expect(download.suggestedFilename()).toMatch(/\.zip$/u);
  const archive = await page.request.get(download.url());
  expect(archive.headers()["content-type"]).toBe("application/zip");

  const stranger = await (await browser.newContext()).newPage();
  await signUp(stranger, { name: "A Stranger", address: freshAddress("stranger") });
  await expect(stranger.getByRole("heading", { name: "Your organisation" })).toBeVisible();
  const data: unknown = request.request().postDataJSON();
  const refused = await stranger.request.post(request.url(), {
    data,
    headers: { origin: new URL(request.url()).origin },
  });
  expect(refused.status()).toBe(404);
  await stranger.context().close();
});

test("a concurrent edit of an output keeps the changes of both people", async ({ page }) => {
  const title = `Glossary ${randomUUID().slice(0, 8)}`;
  await enterDemo(page, "coordinator");
  await page.goto(`/projects/${await demoSlug(page)}/outputs/new`);
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Type").selectOption({ label: "Guide or handbook" });
  await page.getByLabel("Leading organisation").selectOption({ label: "ES Sol de Levante" });
  await page.getByRole("button", { name: "Add to the plan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  const edit = `${new URL(page.url()).pathname}/edit`;
  const second = await page.context().newPage();
  for (const tab of [second, page]) {
    await tab.goto(edit);
    // A tab whose scripts start later would restore what is typed in the other one as unsaved text of this person.
    await expect(tab.getByRole("button", { name: "Save", exact: true })).toBeEnabled();
  }
  await page.getByLabel("Description").fill("Two hundred words.");
  await page.getByRole("group", { name: "Contributing" }).getByLabel("ΙΕΚ Θερμαϊκού").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).not.toHaveURL(edit);
  // The number is taken: after the conflict dialog the form shows the error with all values.
  await second.getByLabel("Title").fill(`${title} of terms`);
  await second.getByLabel("Number").fill("1");
  await second.getByRole("button", { name: "Save" }).click();
  await expect(second.getByText("Two hundred words.")).toBeVisible();
  await expect(second.getByRole("radio")).toHaveCount(0);
  await second.getByRole("button", { name: "Save both" }).click();
  await expect(second.getByRole("alert").filter({ hasText: "number" })).toBeVisible();
  await expect(second.getByLabel("Title")).toHaveValue(`${title} of terms`);
  await expect(second.getByLabel("Description")).toHaveValue("Two hundred words.");
  await second.getByLabel("Number").fill(String(Math.floor(Math.random() * 800) + 199));
  await second.getByRole("button", { name: "Save" }).click();
  await expect(second.getByRole("heading", { level: 1 })).toContainText(`${title} of terms`);
  await second.goto(edit);
  await expect(second.getByLabel("Description")).toHaveValue("Two hundred words.");
  await expect(second.getByRole("group", { name: "Contributing" }).getByLabel("ΙΕΚ Θερμαϊκού")).toBeChecked();
});

/** Plans an output that ES Sol de Levante leads, as the demo's coordinator; the page shows it afterwards. */
async function planOutput(page: Page, title: string): Promise<void> {
  await enterDemo(page, "coordinator");
  await page.goto(`/projects/${await demoSlug(page)}/outputs/new`);
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Type").selectOption({ label: "Guide or handbook" });
  await page.getByLabel("Leading organisation").selectOption({ label: "ES Sol de Levante" });
  await page.getByRole("button", { name: "Add to the plan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
}

test("two files of one drop become different files, and the same content becomes no version", async ({ page }) => {
  await planOutput(page, `Units ${randomUUID().slice(0, 8)}`);
  const cards = page.getByRole("region", { name: "Ready to upload" });
  const uploads = page.getByRole("list", { name: "Uploads" });
  await choose(page, { name: "Unit.txt", text: "first" });
  await cards.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(fileLine(page, "Unit.txt")).toContainText("v1");

  await choose(page, { name: "Unit v2.txt", text: "second" }, { name: "Unit v3.txt", text: "third" });
  const second = cards.getByRole("listitem").filter({ hasText: /^Unit v2/u });
  const third = cards.getByRole("listitem").filter({ hasText: /^Unit v3/u });
  await expect(second.getByRole("alert")).toContainText("Unit v3.txt would become the same version");
  await expect(third.getByRole("alert")).toContainText("Unit v2.txt would become the same version");
  await expect(cards.getByRole("button", { name: /^Upload/u })).toHaveCount(0);
  await third.getByLabel("Save as").selectOption({ label: "a new file" });
  await expect(cards.getByRole("alert")).toHaveCount(0);
  await cards.getByRole("button", { name: "Upload 2 files", exact: true }).click();
  await expect(fileLine(page, "Unit.txt")).toContainText("v2");
  await expect(fileLine(page, "Unit v3.txt")).toContainText("v1");

  await choose(page, { name: "Unit.txt", text: "second" });
  await cards.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(uploads).toContainText("This file has the same content as version 2 of Unit.txt");
  await page.reload();
  await expect(fileLine(page, "Unit.txt")).toContainText("v2");
});

test("an upload is shown as interrupted during a cut, and continues by itself", async ({ page }) => {
  await planOutput(page, `Films ${randomUUID().slice(0, 8)}`);
  const cards = page.getByRole("region", { name: "Ready to upload" });
  const uploads = page.getByRole("list", { name: "Uploads" });
  await choose(page, { name: "first.txt", text: "first" });
  await cards.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(fileLine(page, "first.txt")).toContainText("v1");

  await choose(page, { name: "second.txt", text: "second" });
  await expect(cards.getByRole("button", { name: "Upload", exact: true })).toBeVisible();
  await page.context().setOffline(true);
  await cards.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(uploads.getByText("Connection lost.")).toBeVisible({ timeout: 3_000 });
  await page.context().setOffline(false);
  await expect(fileLine(page, "second.txt")).toContainText("v1");
});

test("an unfinished upload continues with a copy of the file, and is refused with another file", async ({ page }) => {
  await planOutput(page, `Films ${randomUUID().slice(0, 8)}`);
  const output = page.url();
  const cards = page.getByRole("region", { name: "Ready to upload" });
  const uploads = page.getByRole("list", { name: "Uploads" });
  /** Begins an upload of six bytes whose connection is lost after three, and opens the page again. */
  const begin = async (name: string) => {
    await page.route(/\/upload\/./u, (route) => route.abort());
    await choose(page, { name, text: "a film" });
    await cards.getByRole("button", { name: "Upload", exact: true }).click();
    await expect(uploads.getByText("Connection lost.")).toBeVisible();
    await page.unrouteAll();
    await page.goto("about:blank");
    await page.goto(output);
    const status = await page.evaluate(async () => {
      const key = Object.keys(localStorage).find((one) => one.startsWith("tus::")) ?? "";
      const { uploadUrl } = JSON.parse(localStorage.getItem(key) ?? "{}") as { uploadUrl: string };
      const type = { "Tus-Resumable": "1.0.0", "Content-Type": "application/offset+octet-stream" };
      const piece = { method: "PATCH", headers: { ...type, "Upload-Offset": "0" }, body: "a f" };
      return (await fetch(uploadUrl, piece)).status;
    });
    expect(status).toBe(204);
    await expect(page.getByText(`The upload of ${name} is not finished`)).toBeVisible();
  };
  // Chosen again, a file of these tests has the date of now, as a copy on a phone has.
  await begin("film.txt");
  await choose(page, { name: "film.txt", text: "a film" });
  await expect(fileLine(page, "film.txt")).toContainText("v1");

  await begin("other.txt");
  await choose(page, { name: "other.txt", text: "b film" });
  await expect(uploads.getByRole("alert")).toContainText("its content is different");
  await uploads.getByRole("button", { name: "Change and try again" }).click();
  await cards.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(fileLine(page, "other.txt")).toContainText("v1");
  await page.reload();
  await expect(page.getByText("is not finished")).toHaveCount(0);
});

test("an upload through a proxy that refuses its size continues in smaller pieces, and says so", async ({ page }) => {
  await planOutput(page, `Films ${randomUUID().slice(0, 8)}`);
  let requests = 0;
  let release = () => {};
  const seen = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/upload\/./u, async (route) => {
    if (route.request().method() !== "PATCH") return route.continue();
    requests += 1;
    if (requests === 2) await seen;
    if (requests > 1) return route.continue();
    return route.fulfill({ status: 413, contentType: "text/html", body: "<h1>413 Request Entity Too Large</h1>" });
  });
  const cards = page.getByRole("region", { name: "Ready to upload" });
  await choose(page, { name: "film.txt", text: "film ".repeat(140_000) });
  await cards.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(page.getByRole("list", { name: "Uploads" })).toContainText("the file is sent in smaller pieces");
  release();
  await expect(fileLine(page, "film.txt")).toContainText("v1");
  // The refused one, and three pieces of at most 0.25 MiB.
  expect(requests).toBe(4);
});

test("an upload that is refused at its end is not offered as unfinished", async ({ page }) => {
  await planOutput(page, `Films ${randomUUID().slice(0, 8)}`);
  await page.route(/\/upload\/./u, (route) =>
    route.request().method() === "PATCH"
      ? route.fulfill({
          status: 422,
          headers: { "Tus-Resumable": "1.0.0" },
          body: JSON.stringify({ problem: "project.closed", params: {} }),
        })
      : route.continue(),
  );
  await choose(page, { name: "late.txt", text: "too late" });
  const cards = page.getByRole("region", { name: "Ready to upload" });
  await cards.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(page.getByRole("list", { name: "Uploads" }).getByRole("alert")).toBeVisible();
  await page.unrouteAll();
  await page.reload();
  await expect(page.getByRole("button", { name: "Choose files" })).toBeEnabled();
  await expect(page.getByText("is not finished")).toHaveCount(0);
});

test("a number typed into the title of an output goes to the field of the number", async ({ page }) => {
  await enterDemo(page, "coordinator");
  await page.goto(`/projects/${await demoSlug(page)}/outputs/new`);
  await page.getByLabel("Title").fill("O777 European set of units");
  await page.getByLabel("Title").press("Tab");
  await expect(page.getByText("“O777” was removed from the title")).toBeVisible();
  await expect(page.getByLabel("Title")).toHaveValue("European set of units");
  await expect(page.getByLabel("Number")).toHaveValue("777");
});
