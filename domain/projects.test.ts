import { describe, expect, it } from "vitest";
import { addressesIn, brokenAddressesIn, hueCount, invitationStatusAt, nextHue, requirePending } from "./projects";

const end = new Date("2026-03-16T12:00:00Z");
const before = new Date(end.getTime() - 1);

describe("an invitation", () => {
  it("is open until it expires, whether or not the cron job has marked it", () => {
    expect(invitationStatusAt({ status: "pending", expiresAt: end }, before)).toBe("pending");
    expect(invitationStatusAt({ status: "pending", expiresAt: end }, end)).toBe("expired");
    expect(invitationStatusAt({ status: "accepted", expiresAt: end }, end)).toBe("accepted");
  });

  it("accepts no answer once it has ended", () => {
    expect(() => {
      requirePending({ status: "pending", expiresAt: end }, before);
    }).not.toThrow();
    expect(() => {
      requirePending({ status: "pending", expiresAt: end }, end);
    }).toThrow("invitation.expired");
    for (const status of ["accepted", "declined", "revoked"] as const) {
      expect(() => {
        requirePending({ status, expiresAt: end }, before);
      }).toThrow("invitation.not_pending");
    }
  });
});

it("colours are assigned in order, gaps first, and repeat after twelve", () => {
  expect(nextHue([])).toBe(0);
  expect(nextHue([0, 1, 3])).toBe(2);
  const all = Array.from({ length: hueCount }, (_, hue) => hue);
  expect(nextHue(all)).toBe(0);
  expect(nextHue([...all, 0])).toBe(1);
});

it.each([
  ["a@x.org, b@x.org;c@x.org\nd@x.org", ["a@x.org", "b@x.org", "c@x.org", "d@x.org"]],
  ['"Ruiz, Ana" <Ana@X.org>, ana@x.org.', ["ana@x.org"]],
  ["Νίκη (niki@παράδειγμα.ελ) and nobody else", ["niki@παράδειγμα.ελ"]],
  ["no address here", []],
  ["luca@torino and marta@school.example", ["marta@school.example"]],
])("finds the addresses in %s", (text, found) => {
  expect(addressesIn(text)).toEqual(found);
});

it.for([
  ["Luca <luca@torino>, broken@; Marta marta@school.example, no word of one", ["luca@torino", "broken@"]],
  ["kostas@neoi.example typo.neoi.example zoe@neoi.example", ["typo.neoi.example"]],
  ["nope", ["nope"]],
  ["bad@@x, nope", ["bad@@x"]],
  ["Ana Ruiz\nzoe@neoi.example", ["Ana", "Ruiz"]],
  ['Dr. J.M. Rossi <rossi@neoi.example>; "Ruiz, Ana" <ana@neoi.example>.', []],
  ["  \n ", []],
] as const)("reports an invalid address as it was written: %j", ([text, broken]) => {
  expect(brokenAddressesIn(text)).toEqual(broken);
});
