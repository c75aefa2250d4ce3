import { describe, expect, it } from "vitest";
import { negotiateReader } from "./negotiate";

const cookies = (values: Record<string, string> = {}) => ({
  get: (name: string) => (values[name] === undefined ? undefined : { value: values[name] }),
});
const negotiate = (wishes: Partial<Parameters<typeof negotiateReader>[0]>) =>
  negotiateReader({ person: null, cookies: cookies(), acceptLanguage: null, ...wishes });

describe("negotiateReader", () => {
  it("falls back to British English in Brussels", () => {
    expect(negotiate({})).toEqual({ locale: "en-GB", timeZone: "Europe/Brussels" });
    expect(negotiate({ acceptLanguage: "sr-Cyrl-RS" }).locale).toBe("en-GB");
  });

  it("prefers the person's choice to the cookie, and the cookie to Accept-Language", () => {
    expect(negotiate({ acceptLanguage: "en-XA, en;q=0.5" }).locale).toBe("en-XA");
    const pseudo = cookies({ locale: "en-XA", "time-zone": "Asia/Tokyo" });
    expect(negotiate({ cookies: pseudo, acceptLanguage: "en-GB" })).toEqual({
      locale: "en-XA",
      timeZone: "Asia/Tokyo",
    });
    const person = { locale: "en", timeZone: "Europe/Athens" };
    expect(negotiate({ person, cookies: pseudo })).toEqual({ locale: "en-GB", timeZone: "Europe/Athens" });
    expect(negotiate({ person: { locale: "en", timeZone: null }, cookies: pseudo }).timeZone).toBe("Asia/Tokyo");
  });

  it.each(["x!", "../../etc", "", "en_GB", "\u0000", "a".repeat(5_000)])("ignores %j", (value) => {
    const odd = cookies({ locale: value, "time-zone": value });
    expect(negotiate({ cookies: odd, acceptLanguage: value })).toEqual({
      locale: "en-GB",
      timeZone: "Europe/Brussels",
    });
  });
});
