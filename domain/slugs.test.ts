import { expect, it } from "vitest";
import { outputSlug, partnerSlug, partnershipSlug, practiceSlug, projectSlug } from "./slugs";

it.each([
  ["ROOTS 4 Schools!", "roots-4-schools-ab12"],
  ["Éducation–Élan", "education-elan-ab12"],
  ["Éducation".normalize("NFD"), "education-ab12"],
  ["Ρίζες", "rizes-ab12"],
  ["Љубав и Ђорђе", "ljubav-i-djordje-ab12"],
  ["Ελπίδα'21", "elpida21-ab12"],
  ["!?", "project-ab12"],
  ["x".repeat(90), `${"x".repeat(40)}-ab12`],
  [`${"x".repeat(39)} y`, `${"x".repeat(39)}-ab12`],
])("the slug of project %s is %s", (acronym, slug) => {
  expect(projectSlug(acronym, "ab12")).toBe(slug);
});

it.each([
  ["Élèves & écoles: une idée", "eleves-ecoles-une-idee-a1b2"],
  ["Добра практика", "dobra-praktika-a1b2"],
  ["Καλή πρακτική: σχολείο", "kali-praktiki-scholeio-a1b2"],
  ["…", "practice-a1b2"],
])("the slug of practice %s is %s", (title, slug) => {
  expect(practiceSlug(title, "a1b2")).toBe(slug);
});

it("names public pages by a title, an acronym or a name, and by their kind when nothing of it is left", () => {
  expect([outputSlug("Οδηγός", "a1"), partnershipSlug("ROOTS", "a1"), partnerSlug("Šola", "a1")]).toEqual([
    "odigos-a1",
    "roots-a1",
    "sola-a1",
  ]);
  expect([outputSlug("!", "a1"), partnershipSlug("!", "a1"), partnerSlug("!", "a1")]).toEqual([
    "output-a1",
    "partnership-a1",
    "partner-a1",
  ]);
});
