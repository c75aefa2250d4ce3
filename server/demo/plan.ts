import type { OutputType } from "@/domain/programme/vocabulary";

type PlannedWork = { key: string; number: number; title: string; lead: string; fromMonth: number; toMonth: number };
type PlannedOutput = {
  key: string;
  title: string;
  description: string;
  type: OutputType;
  lead: string;
  with: string[];
  work: string;
  /** Days from today until it is due; negative is in the past. */
  due: number;
  /** The same for the day that was agreed first, when it moved since. */
  firstDue?: number;
  languages: string[];
};

export const demoWork: PlannedWork[] = [
  { key: "w1", number: 1, title: "Managing together", lead: "es", fromMonth: 0, toMonth: 24 },
  { key: "w2", number: 2, title: "What firms need, what schools teach", lead: "bg", fromMonth: 1, toMonth: 8 },
  { key: "w3", number: 3, title: "The workshop and its course", lead: "fi", fromMonth: 4, toMonth: 19 },
  { key: "w4", number: 4, title: "Sharing and staying", lead: "pl", fromMonth: 9, toMonth: 24 },
];

export const demoOutputs: PlannedOutput[] = [
  {
    key: "o1",
    title: "What twelve small firms look for",
    description: "Interviews with employers and a survey of pupils in three regions.",
    type: "research_report",
    lead: "bg",
    with: ["gr", "pl"],
    work: "w2",
    due: -215,
    languages: ["bg", "en"],
  },
  {
    key: "o2",
    title: "The mobile workshop: design and safety rules",
    description: "Drawings, parts list and the safety day, so that another region can build one.",
    type: "toolkit",
    lead: "fi",
    with: ["es"],
    work: "w3",
    due: -120,
    languages: ["en"],
  },
  {
    key: "o3",
    title: "Trainer handbook",
    description: "What a teacher needs to receive the workshop for a week.",
    type: "guide",
    lead: "gr",
    with: ["es", "pl"],
    work: "w3",
    due: -3,
    languages: ["el", "en", "es", "pl"],
  },
  {
    key: "o4",
    title: "Self-assessment tool for pupils",
    description: "Twelve questions before and after; the answers become a page of the skills passport.",
    type: "platform_tool",
    lead: "es",
    with: ["gr", "fi"],
    work: "w3",
    due: 19,
    firstDue: -30,
    languages: ["en", "es"],
  },
  {
    key: "o5",
    title: "Course “Green seams”",
    description: "Thirty hours: aluminium, energy, repair instead of replacement.",
    type: "course",
    lead: "pl",
    with: ["bg", "fi", "gr"],
    work: "w3",
    due: 6,
    languages: ["bg", "el", "en", "pl"],
  },
  {
    key: "o6",
    title: "Films of the first seam",
    description: "Six short films without words, for any classroom.",
    type: "video",
    lead: "gr",
    with: ["bg"],
    work: "w4",
    due: 40,
    languages: ["en"],
  },
  {
    key: "o7",
    title: "Recommendations to regional authorities",
    description: "What it costs to keep a workshop on the road, and who could pay for it.",
    type: "policy_recommendation",
    lead: "es",
    with: ["pl"],
    work: "w4",
    due: 150,
    languages: ["en", "es", "pl"],
  },
  {
    key: "o8",
    title: "Seminars for teachers in five regions",
    description: "One day each, with the workshop in the yard.",
    type: "event",
    lead: "fi",
    with: ["bg", "es", "gr", "pl"],
    work: "w4",
    due: 210,
    languages: ["bg", "el", "en", "es", "pl"],
  },
  {
    key: "o9",
    title: "Kick-off deck and visual identity",
    description: "Slides, mark and templates with the EU emblem in place.",
    type: "dissemination_material",
    lead: "pl",
    with: [],
    work: "w1",
    due: -330,
    languages: ["en"],
  },
  {
    key: "o10",
    title: "The school in the forest",
    description: "A week in which a class builds what an outdoor workshop needs, with the forest service.",
    type: "guide",
    lead: "gr",
    with: ["bg"],
    work: "w4",
    due: -50,
    languages: ["el"],
  },
  {
    key: "o11",
    title: "Guide for host schools, in French",
    description: "Four pages for schools in other countries that want to receive the workshop.",
    type: "guide",
    lead: "es",
    with: ["fi"],
    work: "w4",
    due: -40,
    languages: ["fr"],
  },
];
