import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import { type Described, learningResource, scriptJson } from "@/domain/learning-resource";
import { licences } from "@/domain/licences";
import { languages, outputTypes } from "@/domain/programme/vocabulary";
import { targetGroups } from "@/domain/publications";
// The schemas of the profile, release 20231019, unchanged: https://github.com/dini-ag-kim/amb (CC0).
import schemas from "@/server/testing/amb-schemas.json";

const ajv = new Ajv({ schemas, allErrors: true });
const problemsOf = (data: object) => {
  const valid = ajv.validate("https://w3id.org/kim/amb/20231019/schemas/schema.json", data);
  return valid === true ? [] : (ajv.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message ?? ""}`);
};

const work: Described = {
  address: "https://consorta.example/outputs/guide-a1b2c3",
  site: "https://consorta.example",
  title: "A guide",
  description: "What teachers need to know.",
  language: "en",
  languages: ["el", "en"],
  people: ["Ana Soler"],
  organisations: [
    { name: "Scuola", slug: "scuola-a1b2c3" },
    { name: "IEK", slug: null },
  ],
  publisher: "BRIDGES",
  publishedAt: new Date("2026-04-05T10:00:00Z"),
  licence: "CC-BY-4.0",
  keywords: ["garden"],
  targetGroups: ["teachers", "trainers", "pupils"],
  type: "guide",
  picture: "https://consorta.example/outputs/guide-a1b2c3/picture",
  files: [{ id: "v", sizeBytes: 7, mediaType: "application/pdf", sha256: "a".repeat(64) }],
};

describe("the description of a learning resource", () => {
  it("is valid against the AMB schema, which refuses one without a title", () => {
    expect(problemsOf(learningResource(work))).toEqual([]);
    expect(problemsOf({ ...learningResource(work), name: undefined })).toEqual([" should have required property 'name'"]);
    expect(problemsOf({ ...learningResource(work), inLanguage: ["klingon"] })).not.toEqual([]);
  });

  it.each(languages)("is valid in %s", (language) => {
    expect(problemsOf(learningResource({ ...work, language, languages: [language] }))).toEqual([]);
  });

  it.each([...outputTypes, "practice"])("is valid for the kind %s", (type) => {
    expect(problemsOf(learningResource({ ...work, type, publishedAt: null, keywords: [], files: [] }))).toEqual([]);
  });

  it.each(licences)("is valid with the licence %s", (licence) => {
    expect(problemsOf(learningResource({ ...work, licence, targetGroups }))).toEqual([]);
  });

  it("cannot end the script element that holds it", () => {
    const json = scriptJson(learningResource({ ...work, title: "</script><script>alert(1)</script><!--" }));
    expect(json).not.toContain("<");
    expect(JSON.parse(json)).toMatchObject({ name: "</script><script>alert(1)</script><!--" });
  });
});
