import { expect, it } from "vitest";
import { calendarFile } from "./calendar-file";

const now = new Date("2026-03-05T09:30:00.000Z");
const day = {
  id: "01a20c47",
  day: "2026-11-21",
  title: "O3 Handbook; part 1, draft",
  text: "upload\r\nBEGIN:VEVENT",
  url: "https://consorta.example/projects/bridges/outputs/01a20c47",
};

it("contains a due date as an all-day event, and escapes text", () => {
  const lines = calendarFile([day], now).trimEnd().split("\r\n");
  const facts = lines.filter((line) =>
    /^(BEGIN|END|UID|DTSTAMP|DTSTART|TRANSP|SUMMARY|DESCRIPTION|URL)[:;]/.test(line),
  );
  expect(facts).toEqual([
    "BEGIN:VCALENDAR",
    "BEGIN:VEVENT",
    "UID:01a20c47@consorta",
    "DTSTAMP:20260305T093000Z",
    "DTSTART;VALUE=DATE:20261121",
    "SUMMARY:O3 Handbook\\; part 1\\, draft",
    "TRANSP:TRANSPARENT",
    "DESCRIPTION:upload\\nBEGIN:VEVENT",
    `URL;VALUE=URI:${day.url}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ]);
  expect(lines).not.toContainEqual(expect.stringMatching(/^BEGIN:VALARM/));
});

it("folds long lines at 75 octets between characters", () => {
  const title = "Οδηγός για εκπαιδευτές 🎓 ".repeat(12).trim();
  const file = calendarFile([{ ...day, title }], now);
  for (const line of file.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(file.replaceAll("\r\n ", "")).toContain(`SUMMARY:${title}\r\n`);
  expect(file).not.toContain("�");
});
