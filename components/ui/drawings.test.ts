import { html } from "@remix-run/html-template";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { drawn } from "./drawings";
import { KeptMarkup } from "./kept-markup";

vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));

const picture = () => vi.fn((input: { title: string }) => Promise.resolve(html`<p>${input.title}</p>`));

describe("drawings", () => {
  it("are drawn once for equal data, and anew for other data or another picture", async () => {
    const draw = picture();
    const first = await drawn("once", { title: "A" }, draw);
    expect(await drawn("once", { title: "A" }, draw)).toEqual(first);
    expect(draw).toHaveBeenCalledTimes(1);
    const other = await drawn("once", { title: "B" }, draw);
    expect(other.html).toBe("<p>B</p>");
    const named = await drawn("twice", { title: "A" }, draw);
    expect(new Set([first.id, other.id, named.id]).size).toBe(3);
    expect(draw).toHaveBeenCalledTimes(3);
  });

  it("know frozen data again, and tell it apart by what is in it", async () => {
    const draw = vi.fn(({ data }: { data: { title: string } }) => Promise.resolve(html`<p>${data.title}</p>`));
    const data = Object.freeze({ title: "A" });
    const first = await drawn("frozen", { data }, draw);
    expect(await drawn("frozen", { data }, draw)).toEqual(first);
    expect(await drawn("frozen", { data: Object.freeze({ title: "A" }) }, draw)).toEqual(first);
    expect(draw).toHaveBeenCalledTimes(1);
    expect((await drawn("frozen", { data: Object.freeze({ title: "B" }) }, draw)).html).toBe("<p>B</p>");
  });

  it("show what people typed and never run it", async () => {
    const { html: text } = await drawn("typed", { title: `<script>"x"</script>` }, picture());
    expect(text).toBe("<p>&lt;script&gt;&quot;x&quot;&lt;/script&gt;</p>");
  });

  it("stand in a page from the store, or as the text that came with it", async () => {
    const { id } = await drawn("page", { title: "Both" }, picture());
    const kept = renderToStaticMarkup(createElement(KeptMarkup, { id }));
    expect(kept).toBe(`<div data-drawing="${id}" class="contents"><p>Both</p></div>`);
    const brought = renderToStaticMarkup(createElement(KeptMarkup, { id: "x", html: "<i>text</i>" }));
    expect(brought).toContain("<i>text</i>");
  });

  it("let the oldest go where the store is full", async () => {
    const draw = picture();
    await drawn("full", { title: "first" }, draw);
    for (let count = 0; count < 9; count += 1)
      await drawn("full", { title: `${String(count)}${"x".repeat(2_000_000)}` }, draw);
    await drawn("full", { title: "first" }, draw);
    expect(draw).toHaveBeenCalledTimes(11);
  });
});
