import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bareWebAddress, normaliseOid, normalisePic } from "./identifiers";
import { linkInput } from "./schemas/outputs";
import { organisationFields } from "./schemas/organisations";
import { invitedOrganisation, projectFields } from "./schemas/projects";
import { parseReference } from "./programme/references";

const zeroWidth = "\u200b\u2060\u00ad\ufeff\u200e\u202a";
const noBreakSpace = "\u00a0";

/** What pasting adds before and after an identifier. */
const pasted = (identifier: string, label: string) => [
  ` ${identifier} `,
  `${noBreakSpace}${identifier}${noBreakSpace}\n`,
  `${label}: ${identifier}`,
  `${label} :${noBreakSpace}${identifier}`,
  `${label} ${identifier}`,
  `${label} = ${identifier}.`,
  `${identifier},`,
  `${identifier};`,
  `(${identifier})`,
  `“${identifier}”`,
  identifier.toLowerCase(),
  `${zeroWidth}${identifier.slice(0, 4)}${zeroWidth}${identifier.slice(4)}${zeroWidth}`,
];

describe("an OID", () => {
  it.each([
    ...pasted("E10012345", "OID"),
    "OID E 1001 2345",
    "oid-e10012345",
    "Organisation ID: E10012345",
    "OID (Organisation ID): E10012345",
    "Ｅ１００１２３４５",
  ])("is read from %j", (text) => {
    expect(normaliseOid(text)).toBe("E10012345");
  });
  it.each(["E1001234", "E100123456", "F10012345", "E10012345 E10012346", "", "OID", "10012345"])(
    "is not read from %j",
    (text) => {
      expect(normaliseOid(text)).toBeNull();
    },
  );
});

describe("a PIC", () => {
  it.each([...pasted("999876543", "PIC"), "PIC no. 999 876 543", "PIC-999876543", "Numéro PIC : 999.876.543"])(
    "is read from %j",
    (text) => {
      expect(normalisePic(text)).toBe("999876543");
    },
  );
  it.each(["99987654", "9998765432", "PIC", "999876543 999876544"])("is not read from %j", (text) => {
    expect(normalisePic(text)).toBeNull();
  });
});

describe("a project reference", () => {
  const reference = "2023-1-PL01-KA220-SCH-000151234";
  it.each([
    ...pasted(reference, "Project reference"),
    `Ref. ${reference}`,
    `Numéro du projet : ${reference}`,
    reference.replaceAll("-", "\u2011"),
  ])("is read from %j", (text) => {
    expect(parseReference({ text })).toMatchObject({ valid: true, normalised: reference });
  });
});

describe("a web address", () => {
  it.each([
    ["www.school.example", "https://www.school.example"],
    [` www.school.example/a${noBreakSpace}`, "https://www.school.example/a"],
    ["school.example:8080/a", "https://school.example:8080/a"],
    ["<https://school.example/>,", "https://school.example/"],
    [`${zeroWidth}https://school.example${zeroWidth}`, "https://school.example"],
    ["http://school.example/a.", "http://school.example/a"],
    ["https://school.example/a_(b)", "https://school.example/a_(b)"],
    ["(https://school.example/a)", "https://school.example/a"],
    ["javascript:alert(1)", "javascript:alert(1)"],
    ["mailto:a@school.example", "mailto:a@school.example"],
    ["our school", "our school"],
  ])("%j is read as %j", (text, address) => {
    expect(bareWebAddress(text)).toBe(address);
  });

  it("is unchanged when it is read again", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
        const once = bareWebAddress(url);
        expect(bareWebAddress(once)).toBe(once);
      }),
    );
  });
});

it("identifiers are read the same way in every form", () => {
  const { oid, pic, website } = organisationFields.shape;
  expect([oid.parse("OID: e10012345."), pic.parse("PIC 999 876 543"), website.parse("www.school.example")]).toEqual([
    "E10012345",
    "999876543",
    "https://www.school.example",
  ]);
  const invited = { legalName: "School", country: "GR", kind: "partner", emails: [], oid: "OID E10012345" };
  expect(invitedOrganisation.parse({ ...invited, pic: "PIC: 999876543" })).toMatchObject({
    oid: "E10012345",
    pic: "999876543",
  });
  expect(linkInput.shape.url.parse("school.example/guide")).toBe("https://school.example/guide");
  expect(linkInput.shape.url.safeParse("javascript:alert(1)").success).toBe(false);
  expect(projectFields.shape.grantReference.parse("Ref.: 2023-1-pl01-ka220-sch-000151234 ")).toBe(
    "2023-1-PL01-KA220-SCH-000151234",
  );
  expect(projectFields.shape.grantReference.parse("to follow")).toBe("to follow");
});
