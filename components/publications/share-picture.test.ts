import { expect, it } from "vitest";
import { drawableText } from "./share-picture";

it.each([
  "Știința învățării în școala de țară",
  "Szkoła: źródło, żółć — „cytat”",
  "Įmonė ģimene ľahko háček őszi ğüneş ıšķ",
  "Οδηγός για το δάσος, ΰ, Ϊ",
  "Наръчник за обучение ў ґ",
  "Dŵr a ẁy – 50 % …",
])("keeps the letters of European languages: %s", (text) => {
  expect(drawableText(text, 200)).toBe(text);
});

it("draws a letter without accents that the font does not have, and nothing for other scripts", () => {
  expect(drawableText("Nguyễn, ἀρχή", 200)).toBe("Nguyen, αρχή");
  expect(drawableText("דרך 🌲 forest 森", 200)).toBe("forest");
});

it("shortens a long line at a word", () => {
  expect(drawableText("one two three", 9)).toBe("one two…");
});
