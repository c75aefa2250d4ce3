import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { draftData } from "@/domain/schemas/projects";
import projects from "@/messages/en/projects.json";
import ui from "@/messages/en/ui.json";
import { isUnfitDuration, monthsIn, mostMonths } from "./duration";
import { DurationField } from "./duration-field";

const takes = (durationMonths: number) => draftData.safeParse({ durationMonths }).success;

describe("parsing the months of a duration", () => {
  it("has the limits of the schema", () => {
    for (const months of [0, 1, mostMonths, mostMonths + 1]) {
      expect(monthsIn(String(months)) === months, String(months)).toBe(takes(months));
    }
    expect(takes(mostMonths) && !takes(mostMonths + 1)).toBe(true);
  });

  it.each(["240", "2.5", "2,5", "0", "-3", "1e1", "two years", "24 months"])("rejects %s", (text) => {
    expect(monthsIn(text)).toBeUndefined();
    expect(isUnfitDuration(text)).toBe(true);
  });

  it.each([
    ["24", 24],
    [" 24 ", 24],
    ["036", 36],
  ])("accepts %j", (text, months) => {
    expect(monthsIn(text)).toBe(months);
    expect(isUnfitDuration(text)).toBe(false);
  });

  it.each(["", "  "])("accepts an empty duration: %j", (text) => {
    expect(monthsIn(text)).toBeUndefined();
    expect(isUnfitDuration(text)).toBe(false);
  });
});

describe("the duration field", () => {
  const drawn = (text: string) => {
    const field = createElement(DurationField, { text, onType: () => undefined });
    const provider = { locale: "en", timeZone: "UTC", messages: { projects, ui }, children: field };
    return renderToStaticMarkup(createElement(NextIntlClientProvider, provider));
  };

  it.each(["240", "2.5"])("shows %s as typed, and what to do about it", (text) => {
    const markup = drawn(text);
    expect(markup).toContain(`value="${text}"`);
    expect(markup).toContain('aria-invalid="true"');
    const [, described] = /aria-describedby="([^"]+)"/u.exec(markup) ?? [];
    expect(markup).toContain(`<p id="${described ?? "none"}"`);
    expect(markup).toContain("Enter a whole number of months, 1 to 60.");
  });

  it.each(["", "24"])("shows no error for %j", (text) => {
    const markup = drawn(text);
    expect(markup).toContain(`value="${text}"`);
    expect(markup).not.toContain("aria-invalid");
    expect(markup).not.toContain("Enter a whole number");
  });
});
