import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import {
  askForTask,
  chooseReviewer,
  demoSlug,
  enterDemo,
  expect,
  expectAccessibleInBothSchemes,
  planOutput,
  test,
  uploadText,
} from "./fixtures";

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Asks the Greek partner for something, as the coordinator; returns its title and the page of the project. */
async function askForPosters(page: Page): Promise<{ title: string; project: string }> {
  const title = `Posters ${randomUUID().slice(0, 8)}`;
  await enterDemo(page, "coordinator");
  const project = `/projects/${await demoSlug(page)}`;
  await askForTask(page, title, inDays(10));
  return { title, project };
}

test("a person answers a request from the e-mail, without a sign-in and without scripts", async ({
  page,
  browser,
  mailbox,
}) => {
  const { title, project } = await askForPosters(page);
  const mail = await mailbox.newest("eleni@iek-thermaikou.example", title);
  const [accept = "", done = "", more = ""] = [...mail.matchAll(/https?:\/\/[^/\s]+(\/act\/[\w-]+)/gu)].map(
    ([, path = ""]) => path,
  );
  const phone = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  // A scanner opens everything, which changes nothing.
  for (const path of [accept, done, more, accept]) {
    const answer = await phone.request.get(path);
    expect(answer.status()).toBe(200);
    expect(answer.headers()["cache-control"]).toContain("no-store");
  }
  await page.reload();
  const task = page.locator("li[id^=task-]").filter({ hasText: title });
  await expect(task).toContainText("asked");

  await phone.goto(more);
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`5 more days for .*${title}`, "u"));
  await expect(phone.getByText("You do this as Ελένη Παπαδοπούλου of")).toBeVisible();
  await phone.getByLabel("Why do you need more time?").fill("The printer is on holiday");
  await phone.getByRole("button", { name: "Move the date" }).click();
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Thank you");
  await phone.goto(more);
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("This link does not work");

  const other = await (await browser.newContext()).newPage();
  await other.goto(accept);
  await expect(other.getByText("The task changed after the e-mail was sent")).toBeVisible();
  await expectAccessibleInBothSchemes(other);
  await other.getByRole("button", { name: "Accept" }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Thank you");

  await page.goto(`${project}/activity`);
  const line = page.locator("[data-activity]").filter({ hasText: title }).first();
  await expect(line).toContainText("Ελένη Παπαδοπούλου");
  await expect(line).toContainText("(by e-mail link)");

  // Somebody else got the e-mail: the links end until the person allows them again.
  await phone.goto(done);
  await phone.getByRole("button", { name: "This is not me" }).click();
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText(/no longer work/u);
  await phone.goto(done);
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("This link does not work");
  await enterDemo(other, "partner");
  await other.goto("/account#links");
  const allowed = other.getByLabel("I can answer by links in e-mails, without a password");
  await expect(allowed).not.toBeChecked();
  await allowed.check();
  await other.locator("#links").getByRole("button", { name: "Save" }).click();
  await expect(other.locator("#links").getByText("Saved.")).toBeVisible();
  await other.reload();
  await expect(allowed).toBeChecked();
});

test("a person uploads the file of an output from the e-mail, without a sign-in", async ({
  page,
  browser,
  mailbox,
}) => {
  await enterDemo(page, "partner");
  await page.goto(`/projects/${await demoSlug(page)}/outputs`);
  const links = page.locator("a[href*='/outputs/']");
  const paths = await links.evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  const ids = new Set(paths.flatMap((path) => /outputs\/([0-9a-f-]{36})/u.exec(path)?.[1] ?? []));
  const phone = await (await browser.newContext()).newPage();
  const choose = phone.getByLabel("Choose files");
  // Not every output of the project takes files of this person.
  for (const id of ids) {
    await phone.goto(await mailbox.uploadLink("eleni@iek-thermaikou.example", id));
    if ((await choose.count()) > 0) break;
  }
  await expectAccessibleInBothSchemes(phone);
  const name = `handout-${randomUUID().slice(0, 8)}.txt`;
  await choose.setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(name) });
  await expect(phone.getByText(`${name} is uploaded`)).toBeVisible();

  const offsets: (string | undefined)[] = [];
  await phone.route(/\/upload\/./u, (route) => {
    if (route.request().method() !== "PATCH") return route.continue();
    offsets.push(route.request().headers()["upload-offset"]);
    // A proxy refuses the size of the first request; the second piece fails.
    if (offsets.length === 1) return route.fulfill({ status: 413, body: "Request Entity Too Large" });
    if (offsets.length === 3) return route.fulfill({ status: 400, headers: { "Tus-Resumable": "1.0.0" } });
    return route.continue();
  });
  const large = `large-${name}`;
  await choose.setInputFiles({ name: large, mimeType: "text/plain", buffer: Buffer.from(name.repeat(20_000)) });
  await expect(phone.getByText(`${large} was not uploaded`)).toBeVisible();
  await phone.getByRole("button", { name: "Try again" }).click();
  await expect(phone.getByText(`${large} is uploaded`)).toBeVisible();
  const piece = String(256 * 1024);
  expect(offsets.slice(0, 4)).toEqual(["0", "0", piece, piece]);
});

test("a reviewer says from the e-mail by which day the review comes, without a sign-in and without scripts", async ({
  page,
  browser,
  mailbox,
}) => {
  const title = `Plan ${randomUUID().slice(0, 8)}`;
  await enterDemo(page, "coordinator");
  const output = await planOutput(page, title, "ES Sol de Levante");
  await uploadText(page, `${title}.txt`, "The plan.");
  await page.goto(`${output}/submit`);
  await chooseReviewer(page, "Мария Георгиева");
  await page.getByRole("button", { name: "Ask for review" }).click();
  await expect(page).toHaveURL(/\/submissions\/[0-9a-f-]{36}$/u);

  const mail = await mailbox.newest("maria@pgm-rodopi.example", title);
  expect(mail).toContain("Received, I answer by …");
  const [, , acknowledge = ""] = [...mail.matchAll(/https?:\/\/[^/\s]+(\/act\/[\w-]+)/gu)].map(([, path = ""]) => path);
  const phone = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await phone.goto(acknowledge);
  await expect(phone.getByRole("heading", { level: 1 })).toContainText(title);
  await phone.getByLabel("I answer by").fill(inDays(6));
  await phone.getByRole("button", { name: "Send", exact: true }).click();
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Thank you");
  await page.reload();
  await expect(page.getByRole("region", { name: "Reviews" })).toContainText("answers by");
  await expect(page.locator(`time[datetime="${inDays(6)}"]`)).toBeVisible();
  await phone.goto(acknowledge);
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("This link does not work");
});
