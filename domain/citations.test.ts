import { describe, expect, it } from "vitest";
import { apa, authorsOf, bibtex, type Citable, cslJson, ris } from "./citations";

const work: Citable = {
  slug: "small-firms-a1b2c3",
  title: "What twelve small firms look for",
  authors: ["Мария Георгиева", "Eleni Papadaki"],
  publishedOn: "2026-04-05",
  publisher: "BRIDGES",
  url: "https://consorta.example/outputs/small-firms-a1b2c3",
  language: "en",
  abstract: "Twelve firms.\nThree regions.",
  keywords: ["metalwork", "skills & firms"],
  licence: "CC-BY-4.0",
};

it("names people before organisations, and organisations when no person is named", () => {
  expect(authorsOf(["Ana"], ["Scuola"])).toEqual(["Ana"]);
  expect(authorsOf([], ["Scuola", "IEK"])).toEqual(["Scuola", "IEK"]);
});

describe("a reference in APA style", () => {
  it("has authors, year, title, publisher and address", () => {
    expect(apa(work)).toBe(
      "Мария Георгиева, & Eleni Papadaki. (2026). What twelve small firms look for. BRIDGES. https://consorta.example/outputs/small-firms-a1b2c3",
    );
  });

  it("begins with the title when there is no author, and adds no full stop to a question", () => {
    expect(apa({ ...work, authors: [], title: "Who looks for whom?" })).toMatch(
      /^Who looks for whom\? \(2026\)\. BRIDGES\./,
    );
    expect(apa({ ...work, authors: ["One e.V."] })).toMatch(/^One e\.V\. \(2026\)\./);
  });

  it("names of more than twenty authors the first nineteen and the last", () => {
    const authors = Array.from({ length: 22 }, (_, index) => `A${String(index + 1)}`);
    expect(apa({ ...work, authors })).toMatch(/^A1, .*, A19, … A22\. \(2026\)/);
    expect(apa({ ...work, authors: authors.slice(0, 20) })).toMatch(/A19, & A20\. \(2026\)/);
  });
});

it("in BibTeX braces and commands of a title are text", () => {
  const entry = bibtex({ ...work, title: "50 % \\input{x} } @misc{y, & _" });
  expect(entry).toContain(
    "  title = {{50 \\% \\textbackslash{}input\\textbraceleft{}x\\textbraceright{} \\textbraceright{} @misc\\textbraceleft{}y, \\& \\_}},\n",
  );
  expect(entry).toContain("  author = {{Мария Георгиева} and {Eleni Papadaki}},\n");
  expect(entry).toContain("  keywords = {metalwork, skills \\& firms},\n");
  expect(entry).toMatch(/^@misc\{small-firms-a1b2c3,\n/);
  expect(entry).toMatch(/\n\}\n$/);
  expect(entry.split("{").length).toBe(entry.split("}").length);
});

it("in RIS a value cannot begin a line of its own", () => {
  const record = ris({ ...work, title: "A title\r\nER  - \r\nTY  - JOUR" });
  const lines = record.split("\r\n");
  expect(lines.slice(0, 3)).toEqual(["TY  - GEN", "ID  - small-firms-a1b2c3", "TI  - A title ER - TY - JOUR"]);
  expect(lines.filter((line) => line.startsWith("AU"))).toEqual(["AU  - Мария Георгиева", "AU  - Eleni Papadaki"]);
  expect(lines).toContain("AB  - Twelve firms. Three regions.");
  expect(lines.slice(-2)).toEqual(["ER  - ", ""]);
  expect(lines.every((line) => line === "" || /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
});

it("in CSL-JSON authors are literal names, because family names are not known", () => {
  expect(cslJson(work)).toEqual([
    {
      id: "small-firms-a1b2c3",
      type: "document",
      title: "What twelve small firms look for",
      author: [{ literal: "Мария Георгиева" }, { literal: "Eleni Papadaki" }],
      issued: { "date-parts": [[2026, 4, 5]] },
      publisher: "BRIDGES",
      URL: "https://consorta.example/outputs/small-firms-a1b2c3",
      language: "en",
      abstract: "Twelve firms. Three regions.",
      keyword: "metalwork, skills & firms",
      note: "Licence: CC-BY-4.0",
    },
  ]);
});
