import { describe, expect, vi } from "vitest";
import type { Db } from "@/db/client";
import { aPublication } from "@/server/testing/publication-factories";
import { callAs, everyRow, problemOf } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aProject, noon } from "@/server/testing/factories";
import { aPractice } from "@/server/testing/work-factories";

type Search = Parameters<Awaited<ReturnType<typeof callAs>>["public"]["search"]>[0];

const search = async (tx: Db, input: Search) => (await callAs(null, tx)).public.search(input);
const slugs = async (tx: Db, input: Search) => (await search(tx, input)).items.map(({ slug }) => slug);

describe("the library finds", () => {
  test.for([
    ["accents", "L’école du dehors", "fr", ["ecole", "ÉCOLE", "école", "l'ecole dehors"]],
    ["Greek capitals and the final sigma", "Το σχολείο στο δάσος", "el", ["ΔΑΣΟΣ", "σχολειο δασος", "δάσος", "δασοσ"]],
    ["curly apostrophes", "Newton’s apple in class", "en", ["Newton's", "Newton’s", "newton", "newtons"]],
    ["straight apostrophes", "Newton's apple in class", "en", ["Newton’s apple", "NEWTON'S"]],
    ["soft hyphens", "Co\u00adope\u00adration across borders", "en", ["cooperation", "co\u00adoperation"]],
    ["letters with a stroke", "Warsztaty w Łodzi", "pl", ["lodzi", "ŁODZI", "warsztaty lodzi"]],
    ["sharp s", "Lernen auf der Straße", "de", ["strasse", "STRASSE", "straße"]],
    ["stems of the language", "Schools that teach gardening", "en", ["school", "teaching", "gardens"]],
    ["stems of French", "Des enseignants heureux", "fr", ["enseignant", "enseigner"]],
    ["words in any order, and beginnings", "Digital skills for adults", "en", ["adult digi", "skills digital"]],
    ["words beside stop words", "Gardens of knowledge", "en", ["the garden of knowledge", "knowledge and the gardens"]],
    ["misspelt words", "Vocational training of welders", "en", ["vocationl", "vocationl weldrs", "vocasional"]],
    ["Greek words that are misspelt", "Περιβάλλον και κλίμα", "el", ["περιβαλον", "περιβάλον κλίμα"]],
    [
      "two swapped letters",
      "Zithers, tables and forests",
      "en",
      ["zihter", "tabel", "froest", "ztihers tbale", "ofrest"],
    ],
    [
      "one wrong, missing or extra letter",
      "A table of the forest",
      "en",
      ["taqle", "tble", "taable", "fprest", "forst"],
    ],
    ["swapped and wrong letters in Greek", "Χάρτης του δάσους", "el", ["δσαους", "χατρης", "δαζους"]],
    ["swapped and wrong letters in Cyrillic", "Учебна работа в гората", "bg", ["рбаота", "габота", "учебан"]],
    ["swapped letters in Arabic", "مدرسة في الغابة", "ar", ["مردسة", "الغباة"]],
    ["right-to-left scripts", "مدرسة في الغابة", "ar", ["مدرسة", "الغابة مدرسة"]],
    ["scripts without spaces", "東京大学の教育", "ja", ["大学", "教育"]],
  ] as const)("%s", async ([, title, language, texts], { tx }) => {
    const project = await aProject(tx);
    const { slug } = await aPractice(tx, project, { status: "published", title, texts: { language } });
    await aPractice(tx, project, { status: "published", title: "Something else" });
    for (const text of texts) expect(await slugs(tx, { text }), text).toEqual([slug]);
  });

  test("only items that have every word, in each order of the words", async ({ tx }) => {
    const project = await aProject(tx);
    const { slug } = await aPractice(tx, project, { status: "published", title: "Persons and schools" });
    await aPractice(tx, project, { status: "published", title: "Persons" });
    await aPractice(tx, project, { status: "published", title: "Schools" });
    for (const text of ["persons schools", "schools persons", "person school", "personz schoolz"]) {
      expect(await slugs(tx, { text }), text).toEqual([slug]);
    }
  });

  test("every part of the text, the organisation, its town and its project", async ({ tx }) => {
    const project = await aProject(tx);
    const texts = {
      need: "A zither.",
      steps: [{ text: "With bassoons.", time: "", material: "" }],
      targetGroup: "Harpists",
    };
    const { slug } = await aPractice(tx, project, { status: "published", texts });
    await aPractice(tx, project, { status: "published", texts: { need: "Elsewhere" } });
    for (const text of ["zither", "bassoon", "harpists", "zither harpist"]) {
      expect(await slugs(tx, { text }), text).toEqual([slug]);
    }
    const { slug: output } = await aPublication(tx, project, { texts: { abstract: "Oboes.", keywords: ["celesta"] } });
    for (const text of ["oboe", "celesta"]) expect(await slugs(tx, { text }), text).toEqual([output]);
    expect((await slugs(tx, { text: project.partner.name })).length).toBe(3);
  });

  test("nothing of what is not public", async ({ tx }) => {
    const project = await aProject(tx);
    for (const status of ["draft", "submitted", "returned"] as const) {
      await aPractice(tx, project, { status, title: "Secret xylophones" });
    }
    await aPublication(tx, project, { status: "withdrawn", texts: { title: "Withdrawn xylophones" } });
    expect(await search(tx, { text: "xylophones" })).toMatchObject({ items: [], total: 0, isSimilar: false });
  });

  test("the stem of a word in texts of its language alone", async ({ tx }) => {
    const project = await aProject(tx);
    // The Catalan stem of "ecole" is "ec", the Basque one "eco".
    await aPractice(tx, project, { status: "published", title: "Eco ec", texts: { language: "en" } });
    expect(await slugs(tx, { text: "ecole" })).toEqual([]);
  });
});

describe("a page of the library", () => {
  test("has hits in the title before hits in the text, and of equals the newest first", async ({ tx }) => {
    const project = await aProject(tx);
    const made = async (title: string, need: string, days: number) => {
      const publishedAt = new Date(noon.getTime() - days * 86_400_000);
      return (await aPractice(tx, project, { status: "published", title, publishedAt, texts: { need } })).slug;
    };
    const [text, old, late] = [
      await made("Music", "We play zithers.", 1),
      await made("Zithers", "We play.", 3),
      await made("Zithers", "We play.", 2),
    ];
    expect(await slugs(tx, { text: "zithers" })).toEqual([late, old, text]);
    expect(await slugs(tx, { text: "zithers", sort: "newest" })).toEqual([text, late, old]);
  });

  test.for(["relevance", "newest"] as const)("lists each item once over all pages, by %s", async (sort, { tx }) => {
    const project = await aProject(tx);
    for (let n = 0; n < 55; n += 1) {
      const publishedAt = new Date(noon.getTime() - (n % 4) * 1_000);
      await aPractice(tx, project, { status: "published", title: `Zither ${n % 3 ? "zither" : n}`, publishedAt });
    }
    const { rows, pages } = await everyRow((cursor) => search(tx, { text: "zither", sort, cursor }));
    expect([pages, rows.length, new Set(rows.map(({ slug }) => slug)).size]).toEqual([3, 55, 55]);
  });

  test("counts the values of all hits, and filters by each of them", async ({ tx }) => {
    const project = await aProject(tx);
    const adult = { field: "adult", language: "pl", licence: "CC0-1.0" } as const;
    const { slug } = await aPractice(tx, project, { status: "published", title: "Zithers one", texts: adult });
    await aPractice(tx, project, { status: "published", title: "Zithers two" });
    const texts = { title: "Zithers three", topics: ["heritage"] };
    const { slug: output } = await aPublication(tx, project, { texts, named: [project.other] });
    const all = await search(tx, { text: "zithers" });
    expect([all.total, all.totalIsExact]).toEqual([3, true]);
    const { country } = all.items.find((item) => item.slug === output) ?? { country: "" };
    expect(all.facets).toEqual({
      kind: [
        { value: "practice", count: 2 },
        { value: "output", count: 1 },
      ],
      country: [
        { value: "GR", count: 2 },
        { value: country, count: 1 },
      ],
      field: [
        { value: "school", count: 2 },
        { value: "adult", count: 1 },
      ],
      topic: [{ value: "heritage", count: 1 }],
      objective: [],
      impact: [],
      targetGroup: [{ value: "pupils", count: 2 }],
      language: [
        { value: "en", count: 2 },
        { value: "pl", count: 1 },
      ],
      licence: [
        { value: "CC-BY-4.0", count: 2 },
        { value: "CC0-1.0", count: 1 },
      ],
      triedIn: [],
    });
    const { kind, ...rest } = { kind: "practice", field: "adult", language: "pl", licence: "CC0-1.0" } as const;
    for (const filter of [{ field: "adult" }, { language: "pl" }, { licence: "CC0-1.0" }, { kind, ...rest }] as const) {
      expect(await slugs(tx, { text: "zithers", ...filter })).toEqual([slug]);
      expect(await slugs(tx, { ...filter })).toEqual([slug]);
    }
    for (const filter of [{ kind: "output" }, { topic: "heritage" }, { country }] as const) {
      expect(await slugs(tx, { text: "zithers", ...filter })).toEqual([output]);
    }
    expect(await slugs(tx, { text: "zithers", kind: "output", field: "adult" })).toEqual([]);
    expect((await search(tx, { text: "zithers", country: "DE" })).facets.country).toEqual([]);
  });

  test("marks the hits in the excerpt, and says when words were replaced by similar ones", async ({ tx }) => {
    const project = await aProject(tx);
    const need = "Trainers told us <b>nothing</b> about vocational schools.";
    await aPractice(tx, project, { status: "published", texts: { need } });
    const exact = await search(tx, { text: "vocational school" });
    const similar = await search(tx, { text: "vocationl school" });
    expect([exact.isSimilar, similar.isSimilar]).toEqual([false, true]);
    for (const { items } of [exact, similar]) {
      const marked = items[0]?.excerpt.filter(({ hit }) => hit).map(({ text }) => text);
      expect(marked).toEqual(["vocational", "schools"]);
      expect(items[0]?.excerpt.map(({ text }) => text).join("")).toBe(need);
    }
  });

  test("replaces no word that the library has", async ({ tx }) => {
    const project = await aProject(tx);
    const { slug } = await aPractice(tx, project, { status: "published", title: "Gardens" });
    await aPractice(tx, project, { status: "published", title: "Gardons" });
    expect(await search(tx, { text: "gardens" })).toMatchObject({ isSimilar: false, items: [{ slug }] });
  });

  test("replaces words by those that differ in one letter before those with more letters in common", async ({ tx }) => {
    const project = await aProject(tx);
    const { slug } = await aPractice(tx, project, { status: "published", title: "Gardens" });
    for (const title of ["Xxgardnes", "Yygardnes", "Zzgardnes", "Wwgardnes"]) {
      await aPractice(tx, project, { status: "published", title });
    }
    expect(await slugs(tx, { text: "gardnes" })).toContain(slug);
  });

  test("names no person and holds no id", async ({ tx }) => {
    const project = await aProject(tx);
    await aPractice(tx, project, { status: "published", title: "Zithers" });
    expect(JSON.stringify(await search(tx, { text: "zithers" }))).not.toMatch(/Person |Id"|@/);
  });
});

describe("a search of anything", () => {
  test.for([
    ["200 characters of wildcards", "%_".repeat(100)],
    ["operators", "a & | ! ( ) : * \\ ' \" <-> :*"],
    ["stop words alone", "the of and"],
    ["50 words", Array.from({ length: 50 }, (_, n) => `w${n}`).join(" ")],
    ["words that are PostgreSQL's", "null true array select"],
    ["right-to-left marks", "\u202eedoc\u202c \u200f"],
    ["a lone surrogate and a zero", "\ud800a\0"],
    ["one very long word", "x".repeat(200)],
  ] as const)("%s is answered", async ([, text], { tx }) => {
    expect(await search(tx, { text })).toMatchObject({ items: [], total: 0, totalIsExact: true, nextCursor: null });
  });

  test("wildcards find nothing, as no item has them, and do not find everything", async ({ tx }) => {
    await aPractice(tx, await aProject(tx), { status: "published", title: "100% Ελιά_project" });
    expect((await slugs(tx, { text: "100% ελιά_" })).length).toBe(1);
    expect(await slugs(tx, { text: "%" })).toEqual([]);
  });

  test("stop words alone find the texts that have them", async ({ tx }) => {
    const { slug } = await aPractice(tx, await aProject(tx), { status: "published", title: "To be or not to be" });
    expect(await slugs(tx, { text: "to be or not" })).toEqual([slug]);
  });

  test("more than 200 characters, an unknown country or a broken cursor is no failure of the server", async ({
    tx,
  }) => {
    expect(await problemOf(search(tx, { text: "x".repeat(201) }))).toBe("input.invalid");
    expect(await problemOf(search(tx, { country: "Atlantis" }))).toBe("input.invalid");
    await aPractice(tx, await aProject(tx), { status: "published", title: "Zithers" });
    expect((await slugs(tx, { text: "zithers", cursor: "broken" })).length).toBe(1);
  });

  test("is one statement", async ({ tx }) => {
    await aPractice(tx, await aProject(tx), { status: "published", title: "Zithers" });
    const api = await callAs(null, tx);
    const execute = vi.spyOn(tx, "execute");
    expect((await api.public.search({ text: "zithers", country: "GR" })).total).toBe(1);
    expect(execute).toHaveBeenCalledTimes(1);
  });
});
