import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Chip } from "./chip";

it("the name of an organisation is isolated from the text beside it", () => {
  expect(renderToStaticMarkup(<Chip hue={1} country="IL" name="בית ספר" />)).toMatch(/<bdi[^>]*>בית ספר<\/bdi>/u);
});
