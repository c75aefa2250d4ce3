import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Icon } from "./icon";
import { Mark } from "./mark";

describe("icons and the logo", () => {
  it("grow with the text size that the reader chose", () => {
    const sizeOf = (markup: string) => /width="([^"]*)" height="([^"]*)"/u.exec(markup)?.slice(1);
    expect(sizeOf(renderToStaticMarkup(<Icon name="plus" />))).toEqual(["1rem", "1rem"]);
    expect(sizeOf(renderToStaticMarkup(<Icon name="plus" size={20} />))).toEqual(["1.25rem", "1.25rem"]);
    expect(sizeOf(renderToStaticMarkup(<Mark size={28} />))).toEqual(["1.75rem", "1.75rem"]);
  });
});
