import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { ActivityEvent } from "@/domain/events/events";
import { defaultReader, eventTranslatorFor } from "@/messages/translators";
import { ActivitySentence } from "./activity-sentence";

const hostile = `<img src=x onerror="alert(1)"> & 'O4'`;

type Line = {
  event: ActivityEvent | null;
  about?: string;
  slug?: string;
  outputId?: string;
  fileId?: string;
  inOutput?: boolean;
};

async function render({ event, about, slug, outputId, fileId, inOutput = false }: Line): Promise<string> {
  const entry = { event, slug: slug ?? null, outputId: outputId ?? null, fileId: fileId ?? null, about: about ?? null };
  const t = await eventTranslatorFor(defaultReader);
  return renderToStaticMarkup(<ActivitySentence entry={entry} t={t} locale="en-GB" onOutput={inOutput} />);
}

describe("ActivitySentence", () => {
  it("escapes text typed by people and links the output only for readers of its project", async () => {
    const event = { type: "output.planned", data: { number: 4, title: hostile } } as const;
    const outside = await render({ event });
    expect(outside).toContain("&lt;img");
    expect(outside).not.toMatch(/<img|href/);
    const inside = await render({ event, slug: `a"b`, outputId: "01a2" });
    expect(inside).toContain(`<a href="/projects/a%22b/outputs/01a2" class="link">`);
    expect(inside).toContain("&lt;img");
  });

  it("leaves out the output's name in its own activity", async () => {
    const data = { number: 4, title: "A guide", file: "guide.pdf", version: 2, onBehalf: false };
    const line = { event: { type: "file.uploaded", data } as ActivityEvent, slug: "bridges", outputId: "01a2" };
    expect(await render({ ...line, inOutput: true })).toBe(
      `uploaded <strong class="font-semibold wrap-anywhere">guide.pdf</strong> version 2`,
    );
    expect(await render(line)).toContain("O4 A guide");
    expect(await render({ ...line, fileId: "09f1" })).toContain(`<a href="/projects/bridges/outputs/01a2/files/09f1"`);
  });

  it("says that an event cannot be displayed when it could not be parsed", async () => {
    expect(await render({ event: null, slug: "bridges", outputId: "01a2" })).toBe("(this entry cannot be displayed)");
  });

  it("says “a former member” for a person who closed their account", async () => {
    const event = { type: "member.removed", data: { personId: "" } } as const;
    expect(await render({ event, about: "Ana" })).toBe("removed Ana from the project");
    expect(await render({ event })).toBe("removed a former member from the project");
  });
});
