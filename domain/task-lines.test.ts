import { describe, expect, it } from "vitest";
import { readTaskLines, splitTaskLines } from "./task-lines";
import { readDay } from "./written-days";

const today = "2026-11-28";
const assignees = [
  {
    organisationId: "es",
    organisation: "CIFP Ribera",
    people: [
      { id: "ana", name: "Ana Núñez" },
      { id: "eva", name: "Eva Núñez" },
    ],
  },
  { organisationId: "gr", organisation: "ΙΕΚ Θερμαϊκού", people: [{ id: "eleni", name: "Ελένη Παππά" }] },
];
const options = { assignees, locale: "en-GB", today, window: { startsOn: "2026-09-01", endsOn: "2028-08-31" } };
const read = (line: string) => readTaskLines(line, options).map(({ number: _, text: __, ...rest }) => rest);

describe("a written day", () => {
  it.each([
    ["2027-05-12", "en-GB", "2027-05-12"],
    ["12/05/2027", "en-GB", "2027-05-12"],
    ["05/12/2027", "en-US", "2027-05-12"],
    ["12.5.27", "de-DE", "2027-05-12"],
    ["12.5.", "de-DE", "2027-05-12"],
    ["12 May 2027", "el-GR", "2027-05-12"],
    ["12 Μαΐου 2027", "el-GR", "2027-05-12"],
    ["12 maja 2027", "pl-PL", "2027-05-12"],
    ["12 de mayo de 2027", "es-ES", "2027-05-12"],
    ["May 12th, 2027", "en-GB", "2027-05-12"],
    ["12 Dec", "en-GB", "2026-12-12"],
    ["3 Nov", "en-GB", "2027-11-03"],
    ["2027. 5. 12.", "hu-HU", "2027-05-12"],
  ])("%s in %s is %s", (text, locale, day) => {
    expect(readDay(text, locale, today)).toBe(day);
  });

  it.each(["", "soon", "31 February 2027", "12/13/2027", "May", "12 May 2027 at noon", "2027", "O4", "99 May 2027"])(
    "%s is none",
    (text) => {
      expect(readDay(text, "en-GB", today)).toBeNull();
    },
  );
});

describe("a pasted line", () => {
  const poster = { problem: null, title: "Print the posters", dueOn: "2027-05-12" };
  it.each([
    ["an en dash", "Print the posters – Ana Nunez – 12 May 2027"],
    ["a hyphen", "Print the posters - ana núñez - 12/05/2027"],
    ["tabs", "Print the posters\tAna Núñez\t2027-05-12\t"],
    ["semicolons", "Print the posters; Ana; 12 May 2027"],
    ["a bullet", "• Print the posters — Ana — 12 May 2027"],
    ["a number", "3. Print the posters – Ana – 12 May 2027"],
    ["the organisation of the person", "Print the posters – Ana Núñez (CIFP Ribera) – 12 May 2027"],
  ])("with %s is a task", (_, line) => {
    expect(read(line)).toEqual([{ ...poster, name: "Ana Núñez", assignee: { personId: "ana" } }]);
  });

  it("may have dashes, semicolons and tabs in its title, no day, and an organisation by part of its name", () => {
    expect(read("Posters – A3 – ιεκ θερμαικου – 12 May 2027")).toMatchObject([
      { title: "Posters – A3", assignee: { organisationId: "gr" }, dueOn: "2027-05-12" },
    ]);
    expect(read("Print; fold – Ribera")).toMatchObject([
      { title: "Print; fold", assignee: { organisationId: "es" }, dueOn: null },
    ]);
    expect(read("Print\tand fold\tEva\t12 May 2027")).toMatchObject([
      { title: "Print and fold", assignee: { personId: "eva" } },
    ]);
  });

  it.each([
    ["Print the posters", "who_missing", "Print the posters"],
    ["Print the posters – 12 May 2027", "who_missing", "12 May 2027"],
    ["Print the posters – Bob – 12 May 2027", "who_unknown", "Bob"],
    ["Print the posters – Núñez – 12 May 2027", "who_unclear", "Núñez"],
    ["Print the posters – Ana – 31 June 2027", "day_unreadable", "31 June 2027"],
    ["Print the posters – Ana – 12 May 2099", "day_outside", "12 May 2099"],
    ["\tAna\t12 May 2027", "title_missing", ""],
    [`${"x".repeat(201)} – Ana`, "title_long", ""],
  ])("%s is refused: %s", (line, problem, found) => {
    expect(read(line)).toEqual([{ problem, found }]);
  });
});

it("of 1,000 lines the first 100 tasks are taken, and the others stay with those that are no tasks", () => {
  const text = Array.from({ length: 1_000 }, (_, n) => (n === 4 ? "broken" : `Task ${String(n)} – Ana`)).join("\r\n");
  const { tasks, rest } = splitTaskLines(readTaskLines(text, options));
  expect([tasks.length, tasks.at(-1)?.number, rest.length, rest[0]?.text]).toEqual([100, 101, 900, "broken"]);
});
