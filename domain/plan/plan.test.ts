import { describe, expect, it } from "vitest";
import { readCells, writeCells } from "./cells";
import { planItems, planOverflow, readPlanLines } from "./lines";
import { type PlanContext, readPlan, writePlan } from "./rows";
import { readWhen } from "./when";
import { codeInTitle, headingColumn, readCode } from "./words";

const context: PlanContext = {
  startsOn: "2026-09-01",
  durationMonths: 24,
  organisations: [
    { id: "es", shortName: "CIFP Ribera", legalName: "Centro Integrado Ribera", country: "ES" },
    { id: "gr", shortName: "ΙΕΚ Θερμαϊκού", legalName: "IEK Thermaikou", country: "GR" },
    { id: "de", shortName: "Werkhof", legalName: "Werkhof Bildung gGmbH", country: "DE" },
    { id: "at", shortName: "Werkhof Wien", legalName: "Werkhof Wien GmbH", country: "AT" },
  ],
  ownOrganisationId: "es",
  workPackages: [],
  outputNumbers: [],
  locale: "en-GB",
  today: "2026-11-28",
};
const table = (...rows: string[][]) => rows.map((row) => row.join("\t")).join("\n");
const rowsOf = (text: string, changes: Partial<PlanContext> = {}) => readPlan(text, { ...context, ...changes }).rows;
/** Each line in short: what it became, or its problem. */
const read = (text: string, changes: Partial<PlanContext> = {}) =>
  readPlanLines(rowsOf(text, changes), { ...context, ...changes }).map((line) => {
    if (line.item === null) return `${line.problem} ${line.found}`.trim();
    const { item } = line;
    if (item.kind === "work_package") {
      return `WP${String(item.number)} ${item.title} | ${item.leadOrganisationId} | ${item.startsOn ?? ""}–${item.endsOn ?? ""}`;
    }
    const code = item.kind === "output" ? `O${String(item.number)}` : "task";
    return `${code} ${item.title} | ${item.leadOrganisationId} | ${item.dueOn ?? ""} | ${String(item.workPackage ?? "")}`;
  });

describe("cells of the clipboard", () => {
  it("are separated by tabs and lines; quoted ones hold tabs, line breaks and doubled quotation marks", () => {
    expect(readCells('a\tb\r\n"tab\there"\t"two\r\nlines"\n"say ""hi"""\tlast\n')).toEqual([
      ["a", "b"],
      ["tab\there", "two\r\nlines"],
      ['say "hi"', "last"],
    ]);
  });

  it.each([
    ['"Green" schools\tES', [['"Green" schools', "ES"]]],
    [
      '"never closed\tES\nnext\tGR',
      [
        ['"never closed', "ES"],
        ["next", "GR"],
      ],
    ],
    ['5 " pipe\tES', [['5 " pipe', "ES"]]],
    [
      "a;b;c\nd;e, f;g",
      [
        ["a", "b", "c"],
        ["d", "e, f", "g"],
      ],
    ],
    ["a,b,c", [["a", "b", "c"]]],
    ["One title, with a comma", [["One title, with a comma"]]],
    [
      "a\t\n\tb",
      [
        ["a", ""],
        ["", "b"],
      ],
    ],
    ["a\rb\r", [["a"], ["b"]]],
    ["", []],
  ])("of %j are read", (text, cells) => {
    expect(readCells(text)).toEqual(cells);
  });

  it("are the same after they were written and read", () => {
    const cells = [
      ["a\tb", 'say "hi"', "two\nlines"],
      ["", '"', "x"],
    ];
    expect(readCells(writeCells(cells))).toEqual(cells);
  });
});

it.each([
  ["WP1", "work_package", [1]],
  ["WP 01", "work_package", [1]],
  ["AP2", "work_package", [2]],
  ["ΠΕ3", "work_package", [3]],
  ["Arbeitspaket 4", "work_package", [4]],
  ["O1", "output", [1]],
  ["IO 2", "output", [2]],
  ["D1.2", "output", [1, 2]],
  ["E1", "event", [1]],
  ["M1", "task", [1]],
  ["T2.1", "task", [2, 1]],
  ["1", null, [1]],
  ["1.1.", null, [1, 1]],
])("%s is a number of a plan", (text, kind, parts) => {
  expect(readCode(text)).toEqual({ kind, parts });
});

it.each(["", "Management", "Module 3", "31/08/2027", "B12x"])("%j is no number of a plan", (text) => {
  expect(readCode(text)).toBeNull();
});

it("numbers are found at the beginning of titles, letters alone are not", () => {
  expect(codeInTitle("WP1 – Management")).toEqual({ number: "WP1", rest: "Management" });
  expect(codeInTitle("1.2 Handbook")).toEqual({ number: "1.2", rest: "Handbook" });
  expect(codeInTitle("Work package 3: Tests")).toEqual({ number: "Work package 3", rest: "Tests" });
  expect(codeInTitle("A 12 month plan")).toBeNull();
  expect(codeInTitle("Module 2: Wood")).toBeNull();
  expect(codeInTitle("21 lessons")).toBeNull();
});

it.each([
  ["Nr.", "number"],
  ["Output no.", "number"],
  ["Title of the output", "title"],
  ["Arbeitspaket", "workPackage"],
  ["WP no", "workPackage"],
  ["WP title", "title"],
  ["Leading organisation", "lead"],
  ["Federführung", "lead"],
  ["Líder", "lead"],
  ["Υπεύθυνος", "lead"],
  ["Due (month)", "end"],
  ["Échéance", "end"],
  ["Fecha de entrega", "end"],
  ["Termin", "end"],
  ["Inizio", "start"],
  ["Budget", null],
  ["", null],
])("the heading %s names the column %s", (text, column) => {
  expect(headingColumn(text)).toBe(column);
});

describe("when", () => {
  const reader = { startsOn: "2026-09-01", locale: "en-GB", today: "2026-11-28" };
  it.each([
    ["M12", null, "2027-08-31"],
    ["m 1", null, "2026-09-30"],
    ["Μ6", null, "2027-02-28"],
    ["12", null, "2027-08-31"],
    ["Month 3", null, "2026-11-30"],
    ["31/08/2027", null, "2027-08-31"],
    ["2027-08-31", null, "2027-08-31"],
    ["2027-08-31 00:00:00", null, "2027-08-31"],
    ["08/2027", null, "2027-08-31"],
    ["2027-02", null, "2027-02-28"],
    ["Aug 2027", null, "2027-08-31"],
    ["Aug-27", null, "2027-08-31"],
    ["M1 – M12", "2026-09-01", "2027-08-31"],
    ["M1-M12", "2026-09-01", "2027-08-31"],
    ["1–12", "2026-09-01", "2027-08-31"],
    ["1-12", "2026-09-01", "2027-08-31"],
    ["3 - 6", "2026-11-01", "2027-02-28"],
    ["Months 1-12", "2026-09-01", "2027-08-31"],
    ["mois 1 à 3", "2026-09-01", "2026-11-30"],
    ["M1 a M3", "2026-09-01", "2026-11-30"],
    ["Μήνας 12", null, "2027-08-31"],
    ["M12 (Aug 2027)", null, "2027-08-31"],
    ["01/09/2026-31/08/2027", "2026-09-01", "2027-08-31"],
    ["1 May 2027 to 31 May 2027", "2027-05-01", "2027-05-31"],
    ["2027-05-01 - 2027-05-31", "2027-05-01", "2027-05-31"],
  ])("%s is until %s", (text, from, to) => {
    expect(readWhen(text, reader)).toEqual({ from, to });
  });

  it.each(["soon", "M0", "31/06/2027", "M6 – M2", "M1 – M2 – M3"])("%s is unreadable", (text) => {
    expect(readWhen(text, reader)).toBe("when_unreadable");
  });

  it("is in the order of the reader's locale, else with the day first", () => {
    const american = { ...reader, locale: "en-US" };
    expect(readWhen("05/12/2027", american)).toEqual({ from: null, to: "2027-05-12" });
    expect(readWhen("31/08/2027", american)).toEqual({ from: null, to: "2027-08-31" });
  });

  it("of a month needs the start of the project, a date does not", () => {
    expect(readWhen("M12", { ...reader, startsOn: null })).toBe("no_start");
    expect(readWhen("2027-08-31", { ...reader, startsOn: null })).toEqual({ from: null, to: "2027-08-31" });
    expect(readWhen("\u00a0", reader)).toBeNull();
  });
});

describe("a pasted table", () => {
  const handbook = "O1 Handbook | gr | 2027-08-31 | ";
  it.each([
    ["with headings", table(["No", "Title", "Lead", "Due"], ["O1", "Handbook", "ΙΕΚ Θερμαϊκού", "M12"])],
    ["in another order", table(["Due", "Lead", "Title", "No"], ["M12", "GR ΙΕΚ Θερμαϊκού", "Handbook", "IO1"])],
    ["in German", table(["Nr.", "Titel", "Federführung", "Monat"], ["O1", "Handbook", "Iek Thermaikou", "12"])],
    ["in Greek", table(["Κωδικός", "Τίτλος", "Υπεύθυνος", "Μήνας"], ["O1", "Handbook", "ΙΕΚ ΘΕΡΜΑΪΚΟΥ", "Μ12"])],
    ["without headings", table(["O1", "Handbook", "Thermaikou", "31/08/2027"])],
    ["without headings in another order", table(["2027-08-31", "Thermaikou", "O1", "Handbook"])],
    ["of the first number alone", table(["1", "Handbook", "Thermaikou", "M12"])],
    ["with its number in the title", table(["Title", "Lead", "Due"], ["O1: Handbook", "Thermaikou", "M12"])],
    ["with Windows line ends and empty lines", "\r\nNo\tTitle\tLead\tDue\r\n\r\nO1\tHandbook\tThermaikou\tM12\r\n\r\n"],
    [
      "with non-breaking spaces",
      "No\u00a0\tTitle\tLead\tDue\nO\u00a01\tHandbook\u00a0\tIEK\u00a0Thermaikou\tM\u00a012",
    ],
    ["with semicolons", "No;Title;Lead;Due\nO1;Handbook;Thermaikou;M12"],
    [
      "with line breaks and tabs in cells",
      'No\tTitle\tLead\tDue\nO1\t"Hand\tbook"\tThermaikou\tM12'.replace("Hand\tbook", "Handbook\n"),
    ],
  ])("%s is an output", (_, text) => {
    expect(read(text)).toEqual([handbook]);
  });

  it("of an application has work packages with a period, outputs in them and meetings", () => {
    const text = table(
      ["Nr", "Title", "Leader", "Start", "End", "Budget"],
      ["WP1", "Management", "CIFP Ribera", "M1", "M24", "20 000"],
      ["M1.1", "Kick-off", "", "", "M2", ""],
      ["WP2", "Training", "Thermaikou", "M3", "M12", ""],
      ["D2.1", "Course", "", "", "M10", ""],
      ["D2.2", "Guide", "Werkhof", "", "", ""],
      ["O7", "Toolkit", "", "", "08/2027", ""],
    );
    expect(read(text)).toEqual([
      "WP1 Management | es | 2026-09-01–2028-08-31",
      "task M1.1 Kick-off | es | 2026-10-31 | 1",
      "WP2 Training | gr | 2026-11-01–2027-08-31",
      "O8 D2.1 Course | gr | 2027-06-30 | 2",
      "O9 D2.2 Guide | de |  | 2",
      "O7 Toolkit | gr | 2027-08-31 | 2",
    ]);
    expect(readPlan(text, context).unused).toEqual(["Budget"]);
  });

  it("as the portal of the Commission prints it has partners by number, and person-months that are no day", () => {
    const text = table(
      [
        "Work Package No",
        "Work Package name",
        "Lead Beneficiary",
        "Effort (Person-Months)",
        "Start Month",
        "End Month",
      ],
      ["WP1", "Management", "1 - CIFP Ribera", "12.5", "1", "24"],
      ["WP2", "Training", "2 - ΙΕΚ Θερμαϊκού", "20", "3", "12"],
      ["WP3", "Pilot", "P3 Werkhof Bildung", "8", "-", "–"],
    );
    expect(read(text)).toEqual([
      "WP1 Management | es | 2026-09-01–2028-08-31",
      "WP2 Training | gr | 2026-11-01–2027-08-31",
      "WP3 Pilot | de | –",
    ]);
    expect(readPlan(text, context).unused).toEqual(["Effort (Person-Months)"]);
  });

  it("does not take a duration for the last month", () => {
    const text = table(["No", "Title", "Start", "Duration"], ["WP1", "Training", "M3", "12"]);
    expect(readPlan(text, context).unused).toEqual(["Duration"]);
  });

  it("without headings has months beside numbers, and work packages in one cell with their title", () => {
    const text = table(
      ["WP1: Management", "", "", ""],
      ["D1.1", "Quality plan", "Werkhof", "M3"],
      ["WP2: Training", "", "", ""],
      ["D2.1", "Course", "-", "M12"],
      ["D2.2", "Guide", "—", "M18"],
    );
    expect(read(text)).toEqual([
      "WP1 Management | es | –",
      "O1 D1.1 Quality plan | de | 2026-11-30 | 1",
      "WP2 Training | es | –",
      "O2 D2.1 Course | es | 2027-08-31 | 2",
      "O3 D2.2 Guide | es | 2028-02-29 | 2",
    ]);
    expect(read(table(["M1", "Kick-off", "31/10/2026"], ["M2", "Meeting", "31/01/2027"]))).toEqual([
      "task M1 Kick-off | es | 2026-10-31 | ",
      "task M2 Meeting | es | 2027-01-31 | ",
    ]);
  });

  it("of numbers alone has work packages where others are 1.1", () => {
    expect(read(table(["1", "Management"], ["1.1", "Quality plan"], ["1.1.1", "Kick-off"], ["2", "Training"]))).toEqual(
      [
        "WP1 Management | es | –",
        "O1 1.1 Quality plan | es |  | 1",
        "task 1.1.1 Kick-off | es |  | 1",
        "WP2 Training | es | –",
      ],
    );
    expect(read(table(["1", "Course"], ["2", "Guide"]))).toEqual(["O1 Course | es |  | ", "O2 Guide | es |  | "]);
  });

  it("with merged cells takes the work package of the line above", () => {
    const text = table(
      ["Work package", "Result", "Lead", "Month"],
      ["WP1", "Quality plan", "Werkhof Wien", "M3"],
      ["", "Course", "", "M6"],
      ["2 Training", "Guide", "", "M9"],
      ["", "Toolkit", "", "M12"],
    );
    const known = {
      workPackages: [
        { id: "a", number: 1, leadOrganisationId: "gr" },
        { id: "b", number: 2, leadOrganisationId: null },
      ],
    };
    expect(read(text, known)).toEqual([
      "O1 Quality plan | at | 2026-11-30 | 1",
      "O2 Course | gr | 2027-02-28 | 1",
      "O3 Guide | es | 2027-05-31 | 2",
      "O4 Toolkit | es | 2027-08-31 | 2",
    ]);
    expect(read(text)).toContain("package_unknown 1");
  });

  it("with a sum below merged cells asks what the sum is", () => {
    const text = table(["WP", "No", "Result"], ["WP1", "D1.1", "Guide"], ["", "", "Total"]);
    expect(read(text, { workPackages: [{ id: "a", number: 1, leadOrganisationId: null }] })).toEqual([
      "O1 D1.1 Guide | es |  | 1",
      "what_unknown Total",
    ]);
  });

  it("of work packages alone has their numbers in the column of work packages", () => {
    const text = table(["WP", "Title", "Start", "End"], ["1", "Management", "M1", "M24"], ["2", "Pilot", "", ""]);
    expect(read(text)).toEqual(["WP1 Management | es | 2026-09-01–2028-08-31", "WP2 Pilot | es | –"]);
  });

  it.each([
    ["an unknown lead", ["O1", "Guide", "Nobody", "M2"], "lead_unknown Nobody"],
    [
      "a lead that fits two",
      ["O1", "Guide", "werkhof gmbh wien bildung", "M2"],
      "lead_unknown werkhof gmbh wien bildung",
    ],
    ["a month after the end", ["O1", "Guide", "", "M36"], "when_outside M36"],
    ["no day", ["O1", "Guide", "", "soon"], "when_unreadable soon"],
    ["no title", ["O1", "", "", "M2"], "title_missing"],
    ["a long title", ["O1", "x".repeat(301), "", "M2"], "title_long 300"],
    ["no number among numbers", ["", "Total", "", ""], "what_unknown Total"],
    ["a number of another line", ["O9", "Guide", "", "M2"], "number_taken O9"],
    ["a large work package", ["WP100", "Guide", "", "M2"], "number_unreadable WP100"],
  ])("with %s says so", (_, row, problem) => {
    expect(read(table(["No", "Title", "Lead", "Due"], ["O9", "First", "", ""], row))[1]).toBe(problem);
  });

  it("has numbers that the project has taken", () => {
    const taken = { outputNumbers: [1, 4], workPackages: [{ id: "a", number: 1, leadOrganisationId: null }] };
    expect(read(table(["WP1", "A"], ["O1", "B"], ["D1.1", "C"]), taken)).toEqual([
      "number_taken WP1",
      "number_taken O1",
      "O5 D1.1 C | es |  | 1",
    ]);
  });

  it("is read as it was written, also while it is typed into", () => {
    const rows = rowsOf(table(["WP1", 'The "big" plan'], ["D1.1", "Guide"])).map((row) => ({ ...row, lead: "Werk " }));
    expect(rowsOf(writePlan(rows))).toEqual(rows);
  });

  it("of 1,000 lines is read within the time of a key press, and says what is too much", () => {
    const lines = Array.from({ length: 1_000 }, (_, n) => [
      `D1.${String(n % 99)}`,
      `Guide ${String(n)}`,
      "Werkhof Bildung",
      "M12",
    ]);
    const begin = performance.now();
    const { rows } = readPlan(table(["No", "Title", "Lead", "Due"], ...lines), context);
    const understood = readPlanLines(rows, context);
    expect(performance.now() - begin).toBeLessThan(1_000);
    expect(planItems(understood).outputs).toHaveLength(1_000);
    expect(planOverflow(understood, { ...context, outputNumbers: [1] })).toEqual([
      { kind: "outputs", count: 1_000, most: expect.any(Number) as number },
    ]);
  });
});
