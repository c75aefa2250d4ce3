import { randomUUID } from "node:crypto";
import { demoSlug, enterDemo, expect, expectAccessibleInBothSchemes, test } from "./fixtures";

test("a person says that they are away, the asker sees who stands in, and the stand-in takes the task over", async ({
  page: absent,
  browser,
  mailbox,
}) => {
  const title = `Programme ${randomUUID().slice(0, 8)}`;
  const asker = await (await browser.newContext()).newPage();
  const standIn = await (await browser.newContext()).newPage();
  await enterDemo(absent, "contributor");
  await enterDemo(asker, "coordinator");
  await enterDemo(standIn, "partner");
  const until = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);

  await absent.goto("/account#away");
  await absent.getByLabel("Last day away").fill(until);
  await absent.getByLabel("Who replaces you?").selectOption({ label: "Ελένη Παπαδοπούλου" });
  await absent.getByRole("button", { name: /^(Set as away|Change)$/u }).click();
  await expect(absent.getByText("Ελένη Παπαδοπούλου replaces you.")).toBeVisible();
  await expectAccessibleInBothSchemes(absent);

  const slug = await demoSlug(asker);
  await asker.goto(`/projects/${slug}/tasks`);
  await asker.getByText("Ask for something").click();
  await asker.getByLabel("What is needed?").fill(title);
  const option = asker.getByRole("option", {
    name: /^Νίκος Αντωνίου \(away until .*; Ελένη Παπαδοπούλου replaces them\)$/,
  });
  await asker.getByLabel("From whom?").selectOption((await option.getAttribute("value")) ?? "");
  await asker.getByRole("button", { name: "Ask" }).click();
  const asked = asker.locator("li[id^=task-]").filter({ hasText: title });
  await expect(asked).toContainText("Ελένη Παπαδοπούλου replaces them");
  await asker.goto(`/projects/${slug}/consortium`);
  await expect(asker.getByRole("row", { name: /Νίκος Αντωνίου/ })).toContainText("Ελένη Παπαδοπούλου replaces them");

  for (const address of ["nikos@iek-thermaikou.example", "eleni@iek-thermaikou.example"]) {
    expect(await mailbox.newest(address, title)).toContain("asks for it");
  }
  await standIn.goto("/home");
  const due = standIn.locator("li[id^=task-]").filter({ hasText: title });
  await expect(due).toContainText(/for Νίκος Αντωνίου.* · away until/);
  await due.getByRole("button", { name: "Take over" }).click();
  await expect(due.getByRole("button", { name: "Take over" })).toBeHidden();
  await expect(due).toContainText("for Ελένη Παπαδοπούλου");

  await absent.reload();
  await absent.getByRole("button", { name: "I am back" }).click();
  await expect(absent.getByRole("button", { name: "Set as away" })).toBeVisible();
  for (const page of [asker, standIn]) await page.context().close();
});
