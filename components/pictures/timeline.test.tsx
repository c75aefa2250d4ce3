import { expect, it } from "vitest";
import { defaultReader } from "@/messages/translators";
import { drawTimeline } from "./timeline";
import type { TimelineData } from "./timeline-data";

const draw = async (values: Partial<TimelineData>) =>
  String(
    await drawTimeline(
      {
        packages: [{ id: "wp", number: "WP1", title: "Trying it out", start: "2026-06-01", end: "2026-09-30" }],
        outputs: [],
        today: "2026-08-05",
        ...values,
      },
      defaultReader,
    ),
  );
/** The texts of the picture as they are shown, without tooltips. */
const texts = (markup: string) =>
  [...markup.matchAll(/<text[^>]*>(.*?)<\/text>/gu)].map(([, content = ""]) =>
    content.replaceAll(/<title>.*?<\/title>/gu, "").replaceAll(/<[^>]+>/gu, ""),
  );

it("the timeline writes “today” over no name of a month", async () => {
  expect(texts(await draw({}))).toEqual(["Jun 2026", "Jul", "Sept", "WP1 Trying it out", "today"]);
  expect(texts(await draw({ today: "2026-12-01" }))).toContain("Aug");
});

it("the timeline begins with the project", async () => {
  expect(texts(await draw({ starts: "2026-04-15" }))[0]).toBe("Apr 2026");
});

it("the timeline keeps the title of a short work package in its band, with the whole title as tooltip", async () => {
  const title = "Trying it out in schools of five regions with teachers and learners";
  const markup = await draw({
    packages: [{ id: "wp", number: "WP1", title, start: "2026-06-01", end: "2026-06-30" }],
    starts: "2026-01-01",
    outputs: [],
  });
  const shown = texts(markup).find((text) => text.startsWith("WP1")) ?? "";
  expect(shown).toMatch(/^WP1 Trying .*…$/u);
  expect(shown.length).toBeLessThan(title.length);
  expect(markup).toContain(`<title>WP1 ${title}</title>`);
});

it("the timeline draws dependencies between dots, those that cannot hold in the warning colour, and says them", async () => {
  const output = {
    packageId: "wp",
    state: "planned",
    mark: "planned" as const,
    organisation: { id: "school", shortName: "School", country: "GR", hue: 1 },
  };
  const first = { ...output, id: "o1", number: "O1", title: "Guide", due: "2026-06-20" };
  const second = { ...output, id: "o2", number: "O2", title: "Course", due: "2026-07-20" };
  const third = { ...output, id: "o3", number: "O3", title: "Test", due: "2026-06-10" };
  const markup = await draw({
    outputs: [
      { ...first, after: [{ id: "o9", holds: true }] },
      { ...second, after: [{ id: "o1", holds: true }] },
      { ...third, after: [{ id: "o2", holds: false }] },
    ],
  });
  const lines = [...markup.matchAll(/class="(stroke-ink-faint|stroke-late)" fill="none" stroke-width="1.5"/gu)];
  // Two in the picture, and one of each kind in the legend.
  expect(lines.map(([, colour]) => colour).sort()).toEqual([
    ...["stroke-ink-faint", "stroke-ink-faint", "stroke-late", "stroke-late"],
  ]);
  expect(markup).toContain("Starts after O1");
  expect(markup).toContain("Its date is before that of O2");
});
