import { describe, expect, test } from "vitest";
import { nextReportMail, requireOpen } from "./reports";

describe("a report", () => {
  test("is closed once", () => {
    expect(() => {
      requireOpen({ closedAt: null });
    }).not.toThrow();
    expect(() => {
      requireOpen({ closedAt: new Date() });
    }).toThrow("report.closed");
  });

  test("is announced at once, or an hour after the last e-mail", () => {
    const now = new Date("2026-03-01T10:00:00Z");
    const at = (last: string) => nextReportMail(new Date(last), now).toISOString();
    expect(nextReportMail(new Date(0), now)).toEqual(now);
    expect(at("2026-03-01T08:59:00Z")).toBe("2026-03-01T10:00:00.000Z");
    expect(at("2026-03-01T09:00:00Z")).toBe("2026-03-01T10:00:00.000Z");
    expect(at("2026-03-01T09:59:00Z")).toBe("2026-03-01T10:59:00.000Z");
  });
});
