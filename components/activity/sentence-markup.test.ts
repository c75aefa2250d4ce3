import { describe, expect, it } from "vitest";
import type { ActivityEvent } from "@/domain/events";
import { chipMarkup } from "../ui/chip-markup";
import { activityTeller } from "./sentence-markup";

const hostile = `<img src=x onerror="alert(1)"> & 'O4'`;
const harmless = "&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;O4&#39;";

describe("markup", () => {
  it("shows what people typed in an activity, and never runs it", async () => {
    const tell = await activityTeller();
    const event = { type: "output.planned", data: { number: 4, title: hostile } } as const;
    const outside = String(tell({ event, slug: null, outputId: null }));
    expect(outside).toContain(harmless);
    expect(outside).not.toMatch(/<img|href/);
    const inside = String(tell({ event, slug: `a"b`, outputId: "01a2" }));
    expect(inside).toContain(`<a href="/projects/a%22b/outputs/01a2" class="link">`);
    expect(inside).toContain(harmless);
  });

  it("leaves the output's name out of its own history", async () => {
    const tell = await activityTeller();
    const data = { number: 4, title: "A guide", file: "guide.pdf", version: 2, onBehalf: false };
    const line = { event: { type: "file.uploaded", data } as ActivityEvent, slug: "bridges", outputId: "01a2" };
    expect(String(tell({ ...line, here: true }))).toBe(
      `uploaded <span class="font-semibold wrap-anywhere">guide.pdf</span> version 2`,
    );
    expect(String(tell(line))).toContain("O4 A guide");
  });

  it("has a word for whoever closed the account", async () => {
    const tell = await activityTeller();
    const event = { type: "member.removed", data: { personId: "", person: "" } } as const;
    expect(String(tell({ event, slug: null, outputId: null }))).toBe(
      "ended the part of a former member in the project",
    );
  });

  it("shows an organisation's name as it is written", () => {
    const chip = String(chipMarkup({ hue: 13, country: "ES", name: hostile, href: `/x?a="b"` }));
    expect(chip).toContain(harmless);
    expect(chip).toContain(`href="/x?a=&quot;b&quot;"`);
    expect(chip).toContain(`data-hue="1"`);
  });
});
