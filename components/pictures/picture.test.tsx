/** @jsxImportSource hono/jsx */
import { describe, expect, it, vi } from "vitest";
import { defaultReader } from "@/messages/translators";
import { drawActivityMatrix } from "./activity-matrix";
import { drawConsortiumMap } from "./consortium-map";
import { renderPicture } from "./picture";
import { safeHref } from "./safe-href";
import { drawTimeline } from "./timeline";

const paragraph = () => vi.fn(async ({ title }: { title: string }) => <p>{title}</p>);

describe("renderPicture", () => {
  it("renders once for equal data, and again for other data, another picture, locale or time zone", async () => {
    const draw = paragraph();
    const render = (name: string, title: string, reader = defaultReader) =>
      renderPicture({ name, data: { title }, draw }, reader);
    expect(await render("once", "A")).toBe("<p>A</p>");
    expect(await render("once", "A")).toBe("<p>A</p>");
    expect(draw).toHaveBeenCalledTimes(1);
    await render("once", "B");
    await render("twice", "A");
    await render("once", "A", { ...defaultReader, locale: "de-DE" });
    await render("once", "A", { ...defaultReader, timeZone: "Asia/Tokyo" });
    expect(draw).toHaveBeenCalledTimes(5);
  });

  it("drops the least recently used entry when the cache is full", async () => {
    const draw = paragraph();
    const render = (title: string) => renderPicture({ name: "full", data: { title }, draw }, defaultReader);
    await render("first");
    for (let count = 0; count < 9; count += 1) await render(`${String(count)}${"x".repeat(2_000_000)}`);
    await render("first");
    expect(draw).toHaveBeenCalledTimes(11);
  });
});

it.each([
  ["/projects/a?b=c#d", "/projects/a?b=c#d"],
  ["javascript:alert(1)", "#"],
  ["\u0001javascript:alert(1)", "#"],
  ["https://evil.example/x", "#"],
  ["//evil.example/x", "#"],
  ["/\\evil.example", "#"],
])("safeHref(%j) is %j", (address, safe) => {
  expect(safeHref(address)).toBe(safe);
});

describe("pictures escape text typed by people", () => {
  const hostile = `</title><script>alert("1")</script> & 'X'`;
  const organisation = { id: "o", shortName: hostile, country: "ES", hue: 13 };

  it("in the timeline", async () => {
    const markup = String(
      await drawTimeline(
        {
          packages: [{ id: "wp", number: "WP1", title: hostile, start: "2026-01-01", end: "2026-06-30" }],
          outputs: [
            {
              id: "1",
              number: "O1",
              title: hostile,
              due: "2026-03-01",
              packageId: "wp",
              organisation,
              state: "planned",
              mark: "planned",
              href: "javascript:alert(1)",
            },
          ],
          today: "2026-02-01",
        },
        defaultReader,
      ),
    );
    expect(markup).not.toMatch(/<script|javascript:/);
    expect(markup).toContain("&lt;script&gt;");
    expect(markup).toContain(`data-hue="1"`);
  });

  it("in the activity matrix", async () => {
    const markup = String(
      await drawActivityMatrix(
        {
          months: ["2026-01"],
          rows: [{ organisation, counts: [3], note: hostile }],
          feed: { path: "/projects/x/activity" },
        },
        defaultReader,
      ),
    );
    expect(markup).not.toContain("<script");
    expect(markup).toContain(`href="/projects/x/activity?organisationId=o&amp;month=2026-01#feed"`);
  });

  it("on the consortium map", async () => {
    const markup = String(
      await drawConsortiumMap(
        { organisations: [{ ...organisation, kind: "coordinator", city: hostile }] },
        defaultReader,
      ),
    );
    expect(markup).not.toContain("<script");
    expect(markup).toContain("&lt;script&gt;");
  });
});

describe("the caption of the consortium map", () => {
  const organisations = [
    { id: "a", shortName: "Sol", country: "ES", city: "Valencia", hue: 1, kind: "coordinator" as const },
    { id: "b", shortName: "Taito", country: "FI", city: "Oulu", hue: 2, kind: "partner" as const },
  ];
  const draw = async (pending: boolean, list = true) =>
    String(
      await drawConsortiumMap(
        { organisations: organisations.map((one) => ({ ...one, pending })), list },
        defaultReader,
      ),
    );

  it("says what solid and dotted lines mean while an organisation has not joined", async () => {
    expect(await draw(true)).toContain("invited, has not joined yet");
    expect(await draw(false)).not.toContain("has joined");
  });

  it("names the organisations on a map that is too small for labels, also beside a table", async () => {
    const list = /<ul aria-label="The organisations on this map" class="([^"]+)">(.*?)<\/ul>/u;
    const [, classes, items] = list.exec(await draw(false, false)) ?? [];
    expect(classes?.split(" ")).toContain("@md:hidden");
    expect(items).toMatch(/Sol.*Taito/u);
    expect(list.exec(await draw(false))?.[1]).not.toContain("hidden");
  });
});
