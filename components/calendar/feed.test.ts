import ICAL from "ical.js";
import { afterEach, describe, expect, it, vi } from "vitest";
import { translatorFor } from "@/messages/translators";
import { calendarFile } from "./calendar-file";
import { feedDays } from "./feed-days";

const now = new Date("2026-03-05T09:30:00.000Z");
const day = {
  kind: "task" as const,
  id: "01a20c47-0000-7000-8000-000000000001",
  slug: "bridges",
  acronym: "BRIDGES",
  outputId: null,
  submissionId: null,
  number: null,
  title: "Print the posters",
  dueOn: "2026-03-29",
  organisation: "Liceo",
  person: null,
  revision: 1,
  changedAt: new Date("2026-03-01T10:00:00.000Z"),
};
type Day = Omit<typeof day, "kind" | "outputId" | "submissionId" | "number" | "person"> & {
  kind: "task" | "output" | "review";
  outputId: string | null;
  submissionId: string | null;
  number: number | null;
  person: string | null;
};

async function fileOf(days: readonly Day[], acronym: string | null = null) {
  const t = await translatorFor({ locale: "en-GB", timeZone: "UTC" }, "calendar");
  return calendarFile(feedDays({ acronym, days }, "https://consorta.example", t), now, {
    name: "Consorta",
    refreshMinutes: 60,
  });
}

/** What ical.js, which calendar programs use, reads in a file. */
function parse(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as ConstructorParameters<typeof ICAL.Component>[0]);
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return { event, component };
  });
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("a calendar feed", () => {
  it.each([
    "Posters, flyers; and badges: 2 \\ 3",
    'Say "hello"\nBEGIN:VEVENT\nEND:VCALENDAR',
    "Οδηγός για εκπαιδευτές 🎓🏫 – часть первая, ".repeat(6).trim(),
    "=?utf-8?B?x?= <b>bold</b> %0D%0A",
    "x".repeat(200),
    "👩‍🏫".repeat(60),
  ])("has the title %j as it was written", async (title) => {
    const file = await fileOf([{ ...day, title }]);
    expect(parse(file).map(({ event }) => event.summary)).toEqual([`${title} · BRIDGES`]);
    const lines = file.split("\r\n");
    expect(lines.filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([]);
    expect(file).not.toContain("\uFFFD");
  });

  it.each(["Pacific/Auckland", "America/Los_Angeles", "Europe/Athens", "UTC"])(
    "has the same days for a server and a reader in %s, also when the clock changes",
    async (timeZone) => {
      vi.stubEnv("TZ", timeZone);
      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(timeZone);
      // The changes of the clock in Europe, the United States and New Zealand.
      const changes = ["2026-03-08", "2026-03-29", "2026-04-05", "2026-09-27", "2026-10-25", "2026-11-01"];
      const events = parse(await fileOf(changes.map((dueOn, index) => ({ ...day, id: `${day.id}${index}`, dueOn }))));
      expect(events.map(({ event }) => [event.startDate.isDate, event.startDate.toString()])).toEqual(
        changes.map((dueOn) => [true, dueOn]),
      );
      expect(events.map(({ event }) => event.duration.toSeconds())).toEqual(changes.map(() => 86_400));
    },
  );

  it("updates an event: the id stays, the sequence and the time of the change grow", async () => {
    const changed = { ...day, revision: 3, dueOn: "2026-04-02", changedAt: new Date("2026-03-04T08:00:00.000Z") };
    const facts = (file: string) =>
      parse(file).map(({ event, component }) => [
        event.uid,
        event.sequence,
        String(component.getFirstPropertyValue("last-modified")),
        event.startDate.toString(),
      ]);
    expect(facts(await fileOf([day]))).toEqual([[`${day.id}@consorta`, 0, "2026-03-01T10:00:00Z", "2026-03-29"]]);
    expect(facts(await fileOf([changed]))).toEqual([[`${day.id}@consorta`, 2, "2026-03-04T08:00:00Z", "2026-04-02"]]);
  });

  it("names outputs and reviews, who they are from, and leads to their pages", async () => {
    const output = { ...day, kind: "output" as const, outputId: "o4", number: 4, title: "Guide" };
    const review = { ...output, kind: "review" as const, submissionId: "s2", person: "Ana" };
    const factsOf = async (acronym: string | null) =>
      parse(await fileOf([day, output, review], acronym)).map(({ event, component }) => [
        event.summary,
        event.description,
        String(component.getFirstPropertyValue("url")),
      ]);
    const base = "https://consorta.example/projects/bridges";
    expect(await factsOf("BRIDGES")).toEqual([
      ["Print the posters", "Task for Liceo", `${base}/tasks/${day.id}`],
      ["O4 Guide", "Led by Liceo", `${base}/outputs/o4`],
      ["Review of O4 Guide", "Review by Ana (Liceo)", `${base}/outputs/o4/submissions/s2`],
    ]);
    expect((await factsOf(null))[2]?.slice(0, 2)).toEqual(["Review of O4 Guide · BRIDGES", "Your review is due."]);
  });
});
