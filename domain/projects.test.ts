import { describe, expect, it } from "vitest";
import { hueCount, invitationStatusAt, isAbsent, nextHue, requirePending } from "./projects";

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
  ["joined", { joinedAt: before, invited: false, endedOn: null }, false],
  ["is invited", { joinedAt: null, invited: true, endedOn: null }, false],
  ["declined or was never invited", { joinedAt: null, invited: false, endedOn: null }, true],
  ["takes part until today", { joinedAt: before, invited: false, endedOn: "2026-03-16" }, false],
  ["left yesterday", { joinedAt: before, invited: true, endedOn: "2026-03-15" }, true],
])("an organisation that %s is absent: %#", (_what, presence, absent) => {
  expect(isAbsent(presence, end)).toBe(absent);
});
