import { v7 as uuid } from "uuid";
import { expect } from "vitest";
import { callAs, problemOf, refusalOf, watch } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aProject } from "@/server/testing/factories";
import { aPractice } from "@/server/testing/work-factories";

test("a translation is shown to readers of its language, and says what is out of date", async ({ tx }) => {
  const project = await aProject(tx);
  const { id: practiceId, slug } = await aPractice(tx, project, { status: "published", title: "Open days" });
  const partner = await callAs(project.partner.contributor, tx);
  const coordinator = await callAs(project.coordinator.manager, tx);
  const everyone = await callAs(null, tx);
  const page = async (...languages: ("el" | "en" | "pl")[]) => {
    const answer = await everyone.public.practice({ slug, languages });
    if (answer.state !== "published") throw new Error("The practice is not public.");
    const { content, shown, translations } = answer;
    return {
      title: content.title,
      shown: shown.language,
      origin: shown.origin,
      outdated: shown.outdated,
      translations,
    };
  };
  const original = { title: "Open days", shown: "en", origin: "original", outdated: [] };
  expect(await page("pl")).toEqual({ ...original, translations: ["en"] });

  const input = { practiceId, language: "pl" as const, origin: "machine" as const };
  const texts = { title: "Dni otwarte żyrafy", "steps.0.text": "Krok." };
  const save = () => partner.practices.translate({ ...input, id: "01890000-0000-7000-8000-000000000001", texts });
  const saved = await watch(tx, save);
  expect(saved.types).toEqual(["practice.translated"]);
  expect((await watch(tx, save)).types).toEqual([]);
  const polish = { title: "Dni otwarte żyrafy", shown: "pl", origin: "machine", translations: ["en", "pl"] };
  expect(await page("pl")).toEqual({ ...polish, outdated: [] });
  expect(await page("el", "pl", "en")).toMatchObject({ shown: "pl" });
  expect(await page("en", "pl")).toEqual({ ...original, translations: ["en", "pl"] });
  expect(await page()).toMatchObject(original);
  expect((await everyone.public.search({ text: "zyrafy" })).items.map((item) => item.slug)).toEqual([slug]);
  expect((await everyone.public.search({ language: "pl" })).items.map((item) => item.slug)).toEqual([slug]);

  const { content, revision } = await partner.practices.get({ practiceId });
  await partner.practices.update({ ...content, practiceId, revision, title: "Open week" });
  // Readers see the edition, of which the translation is still right, and the draft is not translated before it is public.
  expect(await page("pl")).toMatchObject({ outdated: [] });
  const { parts } = await partner.practices.translation({ practiceId, language: "pl" });
  expect(parts[0]).toMatchObject({ path: "title", original: "Open days", outdated: false });
  await partner.practices.submit({ practiceId });
  await coordinator.practices.publish({ practiceId, revision: revision + 2 });
  expect(await page("pl")).toMatchObject({ title: "Dni otwarte żyrafy", outdated: ["title"] });
  const { items } = await partner.practices.translations({ practiceId });
  expect(items).toMatchObject([{ language: "pl", outdated: 1 }]);
  await partner.practices.translate({ ...input, id: uuid(), texts: { title: "Tydzień otwarty" }, revision: 1 });
  expect(await page("pl")).toMatchObject({ title: "Tydzień otwarty", outdated: [] });
});

test("a translation is not saved over another one, nor into the language of the practice", async ({ tx }) => {
  const project = await aProject(tx);
  const { id: practiceId } = await aPractice(tx, project);
  const partner = await callAs(project.partner.contributor, tx);
  const save = (title: string, revision: number, language: "pl" | "en" = "pl") =>
    partner.practices.translate({ id: uuid(), practiceId, language, origin: "human", texts: { title }, revision });
  await save("Jeden", 0);
  expect(await refusalOf(save("Dwa", 0))).toMatchObject({
    ...{ code: "CONFLICT", problem: "practice.translation_changed" },
    data: { current: { revision: 1 } },
  });
  expect(await problemOf(save("One", 0, "en"))).toBe("practice.own_language");
  await save(" ", 1);
  expect((await partner.practices.translations({ practiceId })).items).toEqual([]);
});
