export const fields = ["school", "vet", "higher", "adult", "youth", "sport"] as const;
export type Field = (typeof fields)[number];

export const kinds = ["innovation", "exchange"] as const;
export type Kind = (typeof kinds)[number];

export const organisationTypes = [
  "higher_education_institution",
  "school",
  "vet_provider",
  "adult_education",
  "youth_organisation",
  "public_authority",
  "school_authority",
  "enterprise",
  "ngo",
  "research",
  "other",
] as const;
export type OrganisationType = (typeof organisationTypes)[number];

export const strands = [
  "lot1",
  "lot2",
  "lot3",
  "joint_national",
  "joint_multi_country",
  "structural_national",
  "structural_multi_country",
  "strand1",
  "strand2",
  "strand3",
] as const;
export type Strand = (typeof strands)[number];

export const roles = ["coordinator", "partner", "associated"] as const;
export type Role = (typeof roles)[number];

/** Priorities of the programme for its projects. */
export const objectives = ["skills_employability", "modernise_systems", "opportunities_young_people"] as const;

/** Personal impacts listed by the programme. */
export const impacts = [
  "initiative_entrepreneurship",
  "foreign_languages",
  "digital_competence",
  "intercultural_responsiveness",
  "employability_business_creation",
  "active_participation",
  "european_project_values",
  "recognition_qualifications",
  "professional_competences",
  "practices_policies_systems",
  "education_labour_interconnections",
] as const;

/** What an output or a practice may serve: objectives of the programme and effects on people. */
export const aims = [...objectives, ...impacts] as const;
export type Aim = (typeof aims)[number];
export const isObjective = (aim: Aim): aim is (typeof objectives)[number] => objectives.some((one) => one === aim);

export const outputTypes = [
  "curriculum",
  "course",
  "toolkit",
  "guide",
  "research_report",
  "statistical_results",
  "platform_tool",
  "mobile_application",
  "video",
  "publication",
  "event",
  "policy_recommendation",
  "dissemination_material",
  "project_document",
  "other",
] as const;
export type OutputType = (typeof outputTypes)[number];

/** Categories of the results platform for first uploads after 28 April 2024. */
export const resultCategories = [
  "project_summary",
  "handbook",
  "learning_programme",
  "e_learning",
  "scientific_results",
  "statistical_results",
  "policy_recommendation",
  "presentation",
  "press_article",
  "publication",
  "website",
  "mobile_application",
  "video",
  "photo",
  "other",
] as const;
export type ResultCategory = (typeof resultCategories)[number];

/** The results-platform category that fits an output of this type best. */
export const resultCategoryOf: Readonly<Record<OutputType, ResultCategory>> = {
  curriculum: "learning_programme",
  course: "e_learning",
  toolkit: "handbook",
  guide: "handbook",
  research_report: "scientific_results",
  statistical_results: "statistical_results",
  platform_tool: "website",
  mobile_application: "mobile_application",
  video: "video",
  publication: "publication",
  event: "presentation",
  policy_recommendation: "policy_recommendation",
  dissemination_material: "publication",
  project_document: "project_summary",
  other: "other",
};

export type OutputWord = "intellectual_output" | "project_result" | "result";

/** The term of a call for the outputs of a project. */
export function outputWord(callYear: number, actionCode: string): OutputWord {
  if (callYear <= 2020) return actionCode.startsWith("KA2") ? "intellectual_output" : "result";
  return callYear === 2021 && actionCode.startsWith("KA220") ? "project_result" : "result";
}

/** ISO 639-1: the official languages of the Union, then those of other programme countries, then others in use. */
export const languages = [
  ..."bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv".split(" "),
  ..."is no nb nn mk sr tr lb rm".split(" "),
  ..."sq bs hy az be ka uk ru ar he kk ky uz tg ca eu gl cy zh ja ko hi".split(" "),
] as readonly string[];
