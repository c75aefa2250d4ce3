import type { PracticeContent } from "@/domain/schemas/practices";

const enough = "Long enough to say something to a reader.";

/** The description of a complete practice, with these parts instead. */
export const aPracticeContent = (parts: Partial<PracticeContent> = {}): PracticeContent => ({
  title: "A practice",
  need: enough,
  setting: "classroom",
  country: null,
  field: "school",
  targetGroups: ["pupils"],
  targetGroup: "",
  eqfLevel: null,
  iscedField: null,
  steps: [{ text: enough, time: "Two hours", material: "" }],
  resources: { time: "", people: "Two teachers", money: "", rooms: "", other: "" },
  evidence: [{ kind: "figure", text: enough, source: "" }],
  conditions: "",
  transfer: "",
  language: "en",
  languages: [],
  licence: "CC-BY-4.0",
  topics: [],
  objectives: [],
  impacts: [],
  files: [],
  ...parts,
});
