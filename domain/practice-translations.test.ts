import { expect, it } from "vitest";
import { saveTranslation, textsOf, translated, translationState } from "./practice-translations";
import { practiceContent } from "./schemas/practices";

const described = practiceContent.parse({
  title: "Open days",
  field: "school",
  need: "Nobody comes.",
  steps: [{ text: "Invite people.", time: "One day" }, { text: "Bake bread." }],
  resources: { time: "", people: "A baker", money: "", rooms: "", other: "" },
  evidence: [{ kind: "figure", text: "Forty came.", source: "A list" }],
});
const files = [{ id: "1", text: "Loaves on a table", name: "a.png", mediaType: "image/png", sizeBytes: 9 }];
const content = { ...described, files };

it("names every text that was written by its path", () => {
  expect(textsOf(content)).toEqual({
    title: "Open days",
    need: "Nobody comes.",
    "steps.0.text": "Invite people.",
    "steps.0.time": "One day",
    "steps.1.text": "Bake bread.",
    "resources.people": "A baker",
    "evidence.0.text": "Forty came.",
    "evidence.0.source": "A list",
    "files.0.text": "Loaves on a table",
  });
});

it("shows translated texts, and the original of those without a translation", () => {
  const texts = { title: "Dni otwarte", "steps.1.text": "Upiecz chleb.", conditions: "Never shown" };
  const shown = translated(content, { texts, sources: {} });
  expect(shown).toMatchObject({ title: "Dni otwarte", need: "Nobody comes.", conditions: "", language: "en" });
  expect(shown.steps.map(({ text }) => text)).toEqual(["Invite people.", "Upiecz chleb."]);
});

it("says which texts are out of date and which are missing", () => {
  const first = saveTranslation(content, null, { texts: { title: "Dni otwarte", need: "Nikt." }, confirmed: [] });
  expect(translationState(content, first).outdated).toEqual([]);
  const edited = { ...content, need: "Few people come." };
  expect(translationState(edited, first)).toMatchObject({ outdated: ["need"] });
  expect(translationState(edited, first).missing).toContain("steps.0.text");
});

it("keeps a text out of date until it is changed or confirmed", () => {
  const texts = { title: "Dni otwarte", need: "Nikt." };
  const first = saveTranslation(content, null, { texts, confirmed: [] });
  const edited = { ...content, title: "Open week", need: "Few people come." };
  const outdated = (saved: { texts: Record<string, string>; confirmed: string[] }) =>
    translationState(edited, saveTranslation(edited, first, saved)).outdated;
  expect(outdated({ texts, confirmed: [] })).toEqual(["title", "need"]);
  expect(outdated({ texts: { ...texts, need: "Mało kto." }, confirmed: [] })).toEqual(["title"]);
  expect(outdated({ texts, confirmed: ["title"] })).toEqual(["need"]);
});

it("keeps no texts for parts that the description does not have", () => {
  expect(saveTranslation(content, null, { texts: { "steps.7.text": "?", title: " " }, confirmed: [] })).toEqual({
    texts: {},
    sources: {},
  });
});
