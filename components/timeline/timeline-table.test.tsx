import { gzipSync } from "node:zlib";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { messagesFor } from "@/messages/translators";
import { addDays } from "@/domain/dates";
import { TimelineTable } from "./timeline-table";

const today = "2026-03-16";

/** A plan of thirty work packages, each with five outputs and thirty-four tasks in a year. */
function aLargePlan() {
  const packages = Array.from({ length: 30 }, (_, index) => ({
    id: `package-${String(index)}`,
    number: index + 1,
    title: `Work package about topic ${String(index)}`,
    startsOn: "2025-09-01",
    endsOn: "2028-08-31",
  }));
  const outputs = Array.from({ length: 150 }, (_, index) => ({
    id: `01920000-0000-7000-8000-${String(index * 7_919).padStart(12, "0")}`,
    number: index + 1,
    title: `A handbook for trainers in region ${String(index)}`,
    status: "in_progress" as const,
    changedSinceApproval: false,
    dueOn: addDays(today, index * 5 - 100),
    firstDueOn: addDays(today, index * 5 - 130),
    workPackageId: packages[index % 30]?.id ?? null,
    organisation: `Partner ${String(index % 12)}`,
    hue: index % 12,
    reviews: [{ dueOn: addDays(today, index), done: index % 2 === 0 }],
    after: index < 30 ? [] : [{ number: index - 29, dueOn: addDays(today, (index - 30) * 5 - 100) }],
    done: false,
    late: index < 20,
    slippedDays: 30,
  }));
  const tasks = packages.flatMap(({ id }) =>
    Array.from({ length: 12 }, (_, month) => ({
      workPackageId: id,
      month: `2026-${String(month + 1).padStart(2, "0")}`,
      waiting: 2,
      late: month < 2 ? 1 : 0,
      done: 1,
    })),
  );
  return {
    startsOn: "2025-09-01",
    durationMonths: 36,
    today,
    packageChoices: [],
    workPackages: packages,
    outputs,
    tasks,
  };
}

async function rendered(timeline: ReturnType<typeof aLargePlan>) {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en-GB" timeZone="Europe/Brussels" messages={await messagesFor("en-GB")}>
      <TimelineTable timeline={timeline} slug="bridges" state={null} />
    </NextIntlClientProvider>,
  );
}

it("has thirty work packages, a hundred and fifty outputs and a thousand tasks in less than forty kilobytes", async () => {
  const plan = aLargePlan();
  const html = await rendered(plan);
  expect(html.match(/<tr/g)?.length).toBe(1 + 30 + 150 + 30);
  expect(plan.tasks.reduce((sum, { waiting, done }) => sum + waiting + done, 0)).toBeGreaterThan(1_000);
  expect(gzipSync(html).length).toBeLessThan(40_000);
});

it("says in words what it draws: late, the first date, reviews, and tasks by month", async () => {
  const plan = aLargePlan();
  const html = await rendered({
    ...plan,
    outputs: plan.outputs.slice(0, 1),
    workPackages: plan.workPackages.slice(0, 1),
  });
  const words = html.replaceAll(/<div aria-hidden="true".*?<\/div>/g, "").replaceAll(/<[^>]+>/g, " ");
  for (const text of [
    "WP1 Work package",
    "late",
    "30 days later than",
    "Review due 16 Mar 2026",
    "April 2026",
    "(2 late)",
  ]) {
    expect(words).toContain(text);
  }
});
