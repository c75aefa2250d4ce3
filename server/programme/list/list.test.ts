import { Buffer } from "node:buffer";
import { buffer } from "node:stream/consumers";
import { ZipArchive } from "archiver";
import { stringify } from "csv-stringify/sync";
import { describe, expect, it } from "vitest";
import { findInList } from "./find";
import { listLimits, UnreadableList, type ListLimits } from "./problem";

const partners = Array.from({ length: 100 }, (_, index) => `Partner ${String(index + 1)}`);
const sides = ["name", "organisation type", "address", "region", "country", "website"];
/** The 622 headings of the official list. */
const headings = [
  ..."Programme,Key Action,Action Type,Call year,Project Identifier,Project Title,Topics,Project Summary,Project Status".split(
    ",",
  ),
  "EU Grant award in euros (This amount represents the grant awarded after the selection stage and is indicative.)",
  ..."Is Good Practice,Is Success Story,Project Website,Results Available,Results Platform Project Card,Participating countries".split(
    ",",
  ),
  ..."Coordinating organisation name,Coordinating organisation type,Coordinator's address,Coordinator's region,Coordinator's country,Coordinator's website".split(
    ",",
  ),
  ...partners.flatMap((partner) => sides.map((side) => `${partner} ${side}`)),
];

function row(values: Readonly<Record<string, string>>): string[] {
  return headings.map((heading) => values[heading] ?? "");
}

const wheels = row({
  "Action Type": "Strategic Partnerships for school education",
  "Call year": "2019",
  "Project Identifier": "2019-1-ES01-KA201-065417",
  "Project Title": 'Wheels, "wings"; and water: mobility in rural schools',
  "Project Summary": "First line\nsecond line",
  "Coordinating organisation name": "Escuela del Río",
  "Coordinator's country": "ES",
  "Partner 1 name": "Σχολείο Θερμαϊκού",
  "Partner 1 address": "Odos 3, 57019, PERAIA",
  "Partner 1 country": "EL",
});
const bread = row({
  "Project Identifier": "2018-1-PL01-KA204-051234",
  "Project Title": "Bread and butter",
  "Coordinating organisation name": "Fundacja Chleb",
});

const csv = (rows: readonly string[][], delimiter = ",") =>
  Buffer.from(`\uFEFF${stringify([headings, ...rows], { delimiter })}`);

async function packed(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const archive = new ZipArchive();
  for (const [name, text] of Object.entries(files)) archive.append(text, { name });
  const [bytes] = await Promise.all([buffer(archive), archive.finalize()]);
  return bytes;
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A workbook as spreadsheets write it: shared strings, empty cells left out. */
function workbook(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const texts = [...new Set(rows.flat())];
  const sheet = rows.map((cells, index) => {
    const written = cells.flatMap((text, column) =>
      text === ""
        ? []
        : [`<c r="${columnName(column)}${String(index + 1)}" t="s"><v>${String(texts.indexOf(text))}</v></c>`],
    );
    return `<row r="${String(index + 1)}">${written.join("")}</row>`;
  });
  const strings = texts.map(
    (text) => `<si><r><t xml:space="preserve">${escaped(text)}</t></r><rPh><t>no</t></rPh></si>`,
  );
  return packed({
    "xl/worksheets/sheet1.xml": `<?xml version="1.0"?><worksheet><sheetData>${sheet.join("")}</sheetData></worksheet>`,
    "xl/sharedStrings.xml": `<?xml version="1.0"?><sst>${strings.join("")}</sst>`,
  });
}

/** A file in chunks that split rows and characters. */
async function* arriving(file: Uint8Array, chunkBytes = 1_013) {
  for (let from = 0; from < file.length; from += chunkBytes) {
    await Promise.resolve();
    yield file.subarray(from, from + chunkBytes);
  }
}

type File = Uint8Array | Promise<Uint8Array>;
const find = async (file: File, wanted = "", limits?: Partial<ListLimits>) =>
  findInList(arriving(await file), wanted, { ...listLimits, ...limits });
const problemOf = async (file: File, limits?: Partial<ListLimits>) => {
  try {
    await find(file, "", limits);
  } catch (problem) {
    if (problem instanceof UnreadableList) return problem.problem;
    throw problem;
  }
  return null;
};

describe("the official list", () => {
  it("has 622 columns", () => {
    expect(headings).toHaveLength(622);
  });

  it.each([
    ["commas", csv([wheels, bread])],
    ["semicolons", csv([wheels, bread], ";")],
    ["tabs", csv([wheels, bread], "\t")],
    ["a line that names the sign", Buffer.from(`sep=;\r\n${stringify([headings, wheels, bread], { delimiter: ";" })}`)],
    ["UTF-16", Buffer.from(`\uFEFF${stringify([headings, wheels, bread], { delimiter: "\t" })}`, "utf16le")],
    ["a workbook", workbook([headings, wheels, bread])],
  ])("is parsed with %s", async (_, file) => {
    const found = await find(file, "RURAL schools");
    expect(found).toMatchObject({ rows: 2, fitting: 1, isBroken: false });
    expect(found.projects).toEqual([
      {
        reference: "2019-1-ES01-KA201-065417",
        title: 'Wheels, "wings"; and water: mobility in rural schools',
        summary: "First line\nsecond line",
        callYear: "2019",
        actionType: "Strategic Partnerships for school education",
        startsOn: "",
        endsOn: "",
        organisations: [
          { name: "Escuela del Río", type: "", address: "", country: "ES", oid: "", pic: "" },
          { name: "Σχολείο Θερμαϊκού", type: "", address: "Odos 3, 57019, PERAIA", country: "EL", oid: "", pic: "" },
        ],
      },
    ]);
  });

  it.each([
    ["a workbook", workbook],
    ["a text file made of a workbook", ([, ...rows]: readonly string[][]) => csv(rows)],
  ])("is parsed without the escapes of a workbook in %s", async (_, fileOf) => {
    const escapes = row({
      "Project Identifier": "2019-1-TR01-KA201-065417_x000D_",
      "Project Title": "Wheels_x000D_\nand_x0020_wings, WP_x005F_x000D_, _x00e9_cole",
      "Project Summary": "First line_x000D_\nsecond_x0009_line",
      "Coordinating organisation name": "Okul_x000D_",
    });
    const { projects } = await find(fileOf([headings, escapes]), "2019-1-TR01-KA201-065417");
    expect(projects).toMatchObject([
      {
        reference: "2019-1-TR01-KA201-065417",
        title: "Wheels and wings, WP_x000D_, école",
        summary: "First line\nsecond\tline",
        organisations: [{ name: "Okul" }],
      },
    ]);
  });

  it("includes the codes of organisations where it has them", async () => {
    const codes = ["Coordinator's PIC", "Coordinator's OID", "Partner 1 PIC"];
    const list = stringify([
      [...headings, ...codes],
      [...wheels, "999888777", "E10012345", "888777666"],
    ]);
    const { projects } = await find(Buffer.from(list));
    expect(projects[0]?.organisations).toMatchObject([
      { oid: "E10012345", pic: "999888777" },
      { oid: "", pic: "888777666" },
    ]);
  });

  it("is searched by reference, title and coordinator, with a limited number of results", async () => {
    const many = csv(Array.from({ length: 60 }, () => bread));
    expect(await find(many)).toMatchObject({ rows: 60, fitting: 60, projects: { length: listLimits.matches } });
    expect((await find(csv([bread, wheels, bread]), " 2019-1-es01-ka201-065417 ")).projects).toHaveLength(1);
    expect(await find(csv([bread, wheels]), "escuela rio")).toMatchObject({ fitting: 1 });
    expect(await find(csv([bread, wheels]), "nothing like it")).toMatchObject({ rows: 2, fitting: 0, projects: [] });
  });

  it("keeps the results before a list breaks off", async () => {
    const whole = csv([wheels, bread, wheels]);
    const cut = whole.subarray(0, whole.lastIndexOf("second line"));
    expect(await find(cut)).toMatchObject({ fitting: 2, isBroken: true });
  });

  it.each([
    ["nothing", Buffer.alloc(0), "empty"],
    ["a page of the web", Buffer.from("<!doctype html><table>"), "not_a_list"],
    ["a PDF", Buffer.from("%PDF-1.7"), "not_a_list"],
    ["bytes", Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), "not_a_list"],
    ["an old workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "old_excel"],
    ["another list", Buffer.from("name,city\nA,B\n"), "layout"],
    ["another encoding", Buffer.concat([csv([wheels]), Buffer.from("2019,Caf\xe9\n", "latin1")]), "encoding"],
    ["a quotation mark that never closes", Buffer.from(`${headings.join(";")}\n"2019;x\n`), "broken"],
    ["a workbook cut off", workbook([headings, wheels]).then((file) => file.subarray(0, 900)), "broken"],
    ["a packed file without a sheet", packed({ "a.txt": "a" }), "not_a_list"],
  ])("is refused: %s", async (_, file, problem) => {
    expect(await problemOf(file)).toBe(problem);
  });

  it("is refused at the limits of size, rows and cells", async () => {
    const bomb = (inside: string) =>
      packed({ "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${inside}</sheetData></worksheet>` });
    const cell = (text: string) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`;
    expect(await problemOf(csv([wheels, bread]), { fileBytes: 2_000 })).toBe("too_large");
    expect(await problemOf(csv([bread, bread, bread]), { rows: 2 })).toBe("too_much_inside");
    expect(await problemOf(csv([wheels]), { rowCharacters: 100 })).toBe("broken");
    expect(await problemOf(bomb(cell("a".repeat(3_000_000))), { unpackedBytes: 1_000_000 })).toBe("too_much_inside");
    expect(await problemOf(bomb(cell("a".repeat(3_000_000))))).toBe("too_much_inside");
    const entities = `<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData>${cell("&a;")}</sheetData></worksheet>`;
    expect(await problemOf(packed({ "xl/worksheets/sheet1.xml": entities }))).toBe("not_a_list");
  });
});
