import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseAddress, readAddress, readPastedAddresses } from "./addresses";
import { addressInput } from "./schemas/people";

it("normalises an e-mail address", () => {
  expect(normaliseAddress("  Niki@Example.ORG ")).toBe("niki@example.org");
  expect(normaliseAddress("zoë@example.org".normalize("NFD"))).toBe("zoë@example.org");
});

it.each([
  ["niki@example.org", "niki@example.org"],
  [" Niki@Example.org", "niki@example.org"],
  ["νίκη@παράδειγμα.ελ", "νίκη@παράδειγμα.ελ"],
  ["sinead.o'neill@dcu.example", "sinead.o'neill@dcu.example"],
  ["sinead.o’neill@dcu.example", "sinead.o'neill@dcu.example"],
  ["a+b_c/d@xn--bcher-kva.example", "a+b_c/d@xn--bcher-kva.example"],
  ["\u200bana\u00ad@x.exa\u2060mple\u202c", "ana@x.example"],
  ["\ufeffana@x.example\u2069", "ana@x.example"],
  ["niki", null],
  ["niki@", null],
  ["@x.example", null],
  ["ana@x", null],
  ["ana@x..example", null],
  ["ana@x.example.", null],
  ["ana@-x.example", null],
  ["ana@x-.example", null],
  ["ana@x_y.example", null],
  ["ana@10.0.0.1", null],
  ["ana..ruiz@x.example", null],
  [".ana@x.example", null],
  ["<ana@x.example>", null],
  ["ana@x.example/", null],
  ["“ana@x.example”", null],
  ["ana@ben@x.example", null],
  [`${"n".repeat(65)}@example.org`, null],
  [`ana@${"n".repeat(64)}.org`, null],
  [`ana@${"n.".repeat(125)}org`, null],
])("reads the single address %j as %j", (text, address) => {
  expect(readAddress(text)).toBe(address);
  expect(addressInput.safeParse(text).data ?? null).toBe(address);
});

it.each([
  ["a@x.org, b@x.org;c@x.org\nd@x.org", ["a@x.org", "b@x.org", "c@x.org", "d@x.org"]],
  ['"Ruiz, Ana" <Ana@X.org>, ana@x.org.', ["ana@x.org"]],
  ["Νίκη (niki@παράδειγμα.ελ)", ["niki@παράδειγμα.ελ"]],
  ["Sinéad O'Neill <sinead.o'neill@dcu.example>", ["sinead.o'neill@dcu.example"]],
  ["Sinéad O’Neill <sinead.o’neill@dcu.example>", ["sinead.o'neill@dcu.example"]],
  ["'ana@x.example', 'o'neill@x.example'", ["ana@x.example", "o'neill@x.example"]],
  [
    "“a@x.example”, «b@x.example» „c@x.example“ ‘d@x.example’",
    ["a@x.example", "b@x.example", "c@x.example", "d@x.example"],
  ],
  ["a@x.example…", ["a@x.example"]],
  ["…a@x.example, ...b@x.example...", ["a@x.example", "b@x.example"]],
  ["a@x.example/", ["a@x.example"]],
  ["mailto:a@x.example?subject=Hello%20you&body=text", ["a@x.example"]],
  ["<mailto:a@x.example>", ["a@x.example"]],
  ["**a@x.example** `b@x.example`", ["a@x.example", "b@x.example"]],
  ["\u200ba@x.example\u202c, b\u00ad@x.example", ["a@x.example", "b@x.example"]],
  ["Ruiz, Ana <ana@x.example>; Smith, Ben <ben@x.example>", ["ana@x.example", "ben@x.example"]],
  ["• a@x.example\n– b@x.example\n3) c@x.example", ["a@x.example", "b@x.example", "c@x.example"]],
  ["", []],
  ["  \n ", []],
])("reads the pasted text %j without remainder", (text, addresses) => {
  expect(readPastedAddresses(text)).toEqual({ addresses, invalid: [], ignored: [] });
});

it.each([
  ["Luca <luca@torino>, broken@; Marta marta@school.example", ["luca@torino", "broken@"], []],
  ["kostas@neoi.example typo.neoi.example zoe@neoi.example", ["typo.neoi.example"], []],
  ["nope", ["nope"], []],
  ["bad@@x, nope", ["bad@@x"], ["nope"]],
  ["Ana Ruiz\nzoe@neoi.example", ["Ana Ruiz"], []],
  ["a@x..example, b@-x.example", ["a@x..example", "b@-x.example"], []],
  ["ana…ruiz@x.example", ["ana…ruiz@x.example"], []],
  ["a@x.example/b@x.example", ["a@x.example/b@x.example"], []],
  ["a@x.example?cc=b@x.example", ["a@x.example?cc=b@x.example"], []],
  ["a@x.example, no word of one", [], ["no word of one"]],
  ["Νίκη (niki@x.example) and nobody else", [], ["and nobody else"]],
  ["Ana Ruiz\ta@x.example\tLisbon", [], ["Lisbon"]],
  ["Ben Smith, a@x.example", [], ["Ben Smith"]],
])("names what is no address in %j", (text, invalid, ignored) => {
  expect(readPastedAddresses(text)).toMatchObject({ invalid, ignored });
});

const localCharacter = fc.constantFrom(..."abzAZ09!#$%&'*+/=?^_`{|}~-éßñΩж".split(""));
const labelCharacter = fc.constantFrom(..."abcxyzABC019éßñΩжő-".split(""));
const dotted = (part: fc.Arbitrary<string>, min: number) =>
  fc.array(part, { minLength: min, maxLength: 4 }).map((parts) => parts.join("."));
const addressLike = fc
  .tuple(
    dotted(fc.string({ unit: localCharacter, minLength: 1, maxLength: 12 }), 1),
    dotted(fc.string({ unit: labelCharacter, minLength: 1, maxLength: 12 }), 2),
  )
  .map(([local, domain]) => `${local}@${domain}`);
const address = addressLike.map(readAddress).filter((read) => read !== null);

describe("properties", () => {
  it("an accepted address is accepted again unchanged", () => {
    fc.assert(
      fc.property(fc.oneof(addressLike, fc.string({ unit: "binary" })), (text) => {
        const read = readAddress(text);
        if (read !== null) expect(readAddress(read)).toBe(read);
      }),
    );
  });

  it("an accepted address is found unchanged in any list of addresses", () => {
    const between = fc.constantFrom(", ", "; ", "\n", " ", "\t", ",", ";", "\r\n");
    fc.assert(
      fc.property(fc.uniqueArray(address, { minLength: 1, maxLength: 5 }), between, (list, separator) => {
        expect(readPastedAddresses(list.join(separator))).toEqual({ addresses: list, invalid: [], ignored: [] });
      }),
    );
  });

  it("an accepted address is found unchanged in the notations of e-mail programs", () => {
    const notation = fc.constantFrom<(one: string) => string>(
      (one) => `<${one}>`,
      (one) => `Ana Ruiz <${one}>`,
      (one) => `"Ruiz, Ana" <${one}>`,
      (one) => `“${one}”`,
      (one) => `(${one})`,
      (one) => `${one}…`,
      (one) => `${one}?subject=Hello`,
      (one) => `mailto:${one}`,
      (one) => `\u200b${one}\u202c`,
    );
    fc.assert(
      fc.property(address, notation, (one, write) => {
        expect(readPastedAddresses(write(one))).toEqual({ addresses: [one], invalid: [], ignored: [] });
      }),
    );
  });

  it("every word of a pasted text with an @ is read or named", () => {
    const word = fc.oneof(addressLike, fc.string({ unit: fc.constantFrom(..."ab.@'…-<>\"".split("")), maxLength: 9 }));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), fc.constantFrom(" ", ", ", "\n"), (words, separator) => {
        const { addresses, invalid, ignored } = readPastedAddresses(words.join(separator));
        const told = [...addresses, ...invalid, ...ignored].join(" ").toLowerCase();
        const lost = words
          .join(separator)
          .toLowerCase()
          .split(/[\s,<>"]+/u)
          .filter((one) => /[a-z0-9].*@|@.*[a-z0-9]/u.test(one))
          .filter((one) => !told.includes(one) && !addresses.some((read) => one.includes(read)));
        expect(lost).toEqual([]);
      }),
    );
  });
});
