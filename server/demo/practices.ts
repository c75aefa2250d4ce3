import { v7 as uuid } from "uuid";
import type { PracticeContent } from "@/domain/schemas/practices";
import { draftPractice } from "@/server/practices/commands/draft-practice";
import { returnPractice, submitPractice } from "@/server/practices/commands/move-practice";
import { publishPractice } from "@/server/practices/commands/publish-practice";
import { setContact } from "@/server/practices/commands/set-contact";
import { translatePractice } from "@/server/practices/commands/translate-practice";
import { updatePractice } from "@/server/practices/commands/update-practice";
import { getPractice } from "@/server/practices/queries/get-practice";
import { reportReplications } from "./replications";
import type { Stage } from "./stage";

const common = {
  country: null,
  field: "vet",
  eqfLevel: 3,
  iscedField: "07",
  languages: [],
  licence: "CC-BY-4.0",
  objectives: ["skills_employability"],
  impacts: ["professional_competences"],
} as const satisfies Partial<PracticeContent>;

type Told = Omit<PracticeContent, keyof typeof common | "files"> & Partial<PracticeContent>;

const workshop: Told = {
  title: "A workshop on wheels: bringing welding to mountain schools",
  need: "Three of four schools in our district have no workshop. Pupils choose metalwork without ever having held a torch, and half of them leave within a year.",
  setting: "whole_school",
  targetGroups: ["pupils", "teachers"],
  targetGroup: "Pupils of 14 to 17 in rural schools, and their teachers",
  steps: [
    {
      text: "Fit a trailer with four benches, a simulator and fume extraction.",
      time: "Three months",
      material: "A trailer of 7.5 m",
    },
    {
      text: "Train two of the school's own teachers before the trailer comes.",
      time: "Two days",
      material: "The simulator and a set of masks",
    },
    {
      text: "Let the trailer stay in the school for a week. The two teachers lead the last two days alone.",
      time: "Five days",
      material: "Steel offcuts, gas, protective clothes",
    },
    { text: "Talk with each class about what the trade is like, with a former pupil.", time: "One hour", material: "" },
  ],
  resources: {
    time: "Two days of preparation for each school",
    people: "A driver with licence BE, two teachers",
    money: "About 46,000 euro in equipment",
    rooms: "A yard with a 32 A socket",
    other: "",
  },
  evidence: [
    {
      kind: "figure",
      text: "Of 148 pupils who took part, 131 finished the year.",
      source: "Registers of four schools",
    },
    { kind: "figure", text: "Eleven girls chose metalwork, after one in the year before.", source: "Enrolments" },
    { kind: "quotation", text: "I had never smelled hot steel. Now I know that I like it.", source: "A pupil, 15" },
  ],
  conditions: "The yard must be level, and the school has to say which circuit can take the load. Rain stops the work.",
  transfer:
    "The trailer can be any vehicle. Keep the days that the school's own teachers lead: without them nothing stays.",
  language: "en",
  topics: ["learning_at_work", "early_leaving"],
};

const film: Told = {
  title: "The silent film as a lesson plan",
  need: "Our classes speak six languages at home. Written instructions reached a third of the pupils.",
  setting: "classroom",
  targetGroups: ["pupils", "trainers"],
  targetGroup: "Multilingual vocational classes",
  steps: [
    {
      text: "Pupils film each step of the seam without a word.",
      time: "Two lessons",
      material: "A telephone, a tripod",
    },
    { text: "They cut the film to ninety seconds.", time: "One afternoon", material: "Any editing app" },
    { text: "The next class learns from the film and makes a better one.", time: "Two lessons", material: "" },
  ],
  resources: {
    time: "One afternoon for cutting",
    people: "One teacher",
    money: "",
    rooms: "",
    other: "A rule: no words, no music.",
  },
  evidence: [
    {
      kind: "observation",
      text: "Questions about the order of steps became rare; teachers spend the time at the bench.",
      source: "Diaries of three teachers",
    },
    { kind: "figure", text: "The films are used in two other schools.", source: "" },
  ],
  conditions: "",
  transfer: "Works for every task that is shown faster than it is explained.",
  language: "en",
  topics: ["languages", "teaching_methods"],
};

const wordWall: Told = {
  title: "A word wall for tools in every language of the class",
  need: "Pupils know what a vice does and not what it is called, in no language of the school.",
  setting: "workplace",
  targetGroups: ["pupils", "apprentices"],
  targetGroup: "Two classes of metal and wood, 31 pupils",
  steps: [
    { text: "Each pupil writes the name of one tool in the language of home.", time: "One lesson", material: "Cards" },
    { text: "The cards hang above the tool, with the word of the school.", time: "One hour", material: "" },
  ],
  resources: { time: "Two lessons", people: "One teacher", money: "12 euro", rooms: "", other: "" },
  evidence: [
    { kind: "figure", text: "28 of 31 pupils named all forty tools in June, after nine in March.", source: "A test" },
  ],
  conditions: "",
  transfer: "Any workshop or kitchen.",
  language: "en",
  topics: ["languages", "learning_at_work"],
};

const mentors: Told = {
  title: "Grandparents as mentors at the bench",
  need: "Retired metalworkers live beside our school, and our pupils know nobody who works with their hands.",
  setting: "community",
  targetGroups: ["pupils", "families"],
  targetGroup: "Twelve pupils and seven retired metalworkers",
  steps: [
    { text: "Invite retired people of the town to one lesson.", time: "One evening", material: "" },
    {
      text: "Each of them repairs one thing with two pupils.",
      time: "Six afternoons",
      material: "Broken garden tools",
    },
  ],
  resources: { time: "", people: "One teacher, seven volunteers", money: "", rooms: "The school workshop", other: "" },
  evidence: [
    { kind: "quotation", text: "He let me do it wrong twice. Nobody else has the time.", source: "A pupil, 16" },
  ],
  conditions: "Volunteers need a paper that they may be with minors. It takes three weeks.",
  transfer: "",
  language: "en",
  topics: ["heritage"],
};

const signs: Told = {
  title: "Safety signs that pupils draw themselves",
  need: "New pupils do not see the printed signs any more, and six of them hurt a finger in one year.",
  setting: "workplace",
  targetGroups: ["pupils", "apprentices"],
  targetGroup: "The first year of a metal course, 22 pupils",
  steps: [
    {
      text: "Walk through the workshop and list where somebody was hurt.",
      time: "One hour",
      material: "The accident book",
    },
    { text: "Each pair draws a sign for one place and puts it up.", time: "Two lessons", material: "Boards, paint" },
    {
      text: "Draw new signs each term, because signs that stay are not seen.",
      time: "Two lessons a term",
      material: "",
    },
  ],
  resources: { time: "Five lessons", people: "One teacher", money: "40 euro for paint", rooms: "", other: "" },
  evidence: [
    { kind: "figure", text: "One hurt finger in the year after, instead of six.", source: "The accident book" },
  ],
  conditions: "The signs that the law asks for stay where they are.",
  transfer: "",
  language: "en",
  topics: ["health_and_wellbeing"],
};

const polishWorkshop = {
  title: "Warsztat na kołach: spawanie w szkołach górskich",
  need: "Trzy z czterech szkół w naszym powiecie nie mają warsztatu. Uczniowie wybierają obróbkę metalu, choć nigdy nie trzymali palnika, a połowa odchodzi w ciągu roku.",
  "steps.0.text": "Wyposażcie przyczepę w cztery stanowiska, symulator i odciąg spalin.",
  "steps.1.text": "Przeszkólcie dwoje nauczycieli szkoły, zanim przyjedzie przyczepa.",
  "steps.2.text": "Zostawcie przyczepę w szkole na tydzień. Dwa ostatnie dni nauczyciele prowadzą sami.",
  conditions: "Plac musi być równy, a szkoła musi wskazać obwód, który wytrzyma obciążenie. Deszcz przerywa pracę.",
};

type Scene = { by: string; told: Told; from: number };

/** Drafts a practice and submits it two days later. */
function share(stage: Stage, projectId: string, { by, told, from }: Scene): string {
  const practiceId = uuid();
  stage.scene(from, async () => {
    const input = { ...common, ...told, id: practiceId, projectId, outputId: null };
    await draftPractice(await stage.as(by, from), {
      ...input,
      objectives: [...input.objectives],
      impacts: [...input.impacts],
    });
  });
  stage.scene(from - 2, async () => submitPractice(await stage.as(by, from - 2), { practiceId }));
  return practiceId;
}

const publish = (stage: Stage, practiceId: string, daysAgo: number) =>
  stage.scene(daysAgo, async () => {
    const ana = await stage.as("ana", daysAgo);
    const { revision } = await getPractice(ana, { practiceId });
    await publishPractice(ana, { practiceId, revision });
  });

/** Good practices in each state: published in a second edition, published, submitted, returned. */
export function sharePractices(stage: Stage, projectId: string): void {
  const wheels = share(stage, projectId, { by: "gosia", told: workshop, from: 72 });
  publish(stage, wheels, 66);
  stage.scene(65, async () => setContact(await stage.as("gosia", 65), { practiceId: wheels, agreed: true }));
  stage.scene(61, async () => {
    const language = "pl" as const;
    const translation = { practiceId: wheels, language, origin: "human" as const, texts: polishWorkshop };
    await translatePractice(await stage.as("gosia", 61), { ...translation, id: uuid(), confirmed: [], revision: 0 });
  });
  stage.scene(40, async () => {
    const gosia = await stage.as("gosia", 40);
    const { revision, content } = await getPractice(gosia, { practiceId: wheels });
    const built = {
      kind: "observation" as const,
      text: "Two schools have since built a bench of their own.",
      source: "Visits",
    };
    const picture = await stage.attach(
      gosia,
      { practiceId: wheels },
      "workshop-trailer.png",
      "Drawing: a trailer with its side open in front of the mountains. A pupil welds inside, three others watch.",
    );
    await updatePractice(gosia, {
      ...content,
      files: [picture],
      practiceId: wheels,
      revision,
      conditions: `${content.conditions} Plan a second week for each school.`,
      evidence: [...content.evidence, built],
    });
  });
  stage.scene(39, async () => submitPractice(await stage.as("gosia", 39), { practiceId: wheels }));
  publish(stage, wheels, 37);
  const silentFilm = share(stage, projectId, { by: "eleni", told: film, from: 60 });
  publish(stage, silentFilm, 55);
  const words = share(stage, projectId, { by: "maria", told: wordWall, from: 53 });
  publish(stage, words, 49);
  reportReplications(stage, { wheels, film: silentFilm, words });
  const returned = share(stage, projectId, { by: "aino", told: mentors, from: 24 });
  stage.scene(21, async () =>
    returnPractice(await stage.as("ana", 21), {
      practiceId: returned,
      reason: "Please say what another school may change, and what must stay.",
    }),
  );
  share(stage, projectId, {
    by: "gosia",
    from: 12,
    told: signs,
  });
}
