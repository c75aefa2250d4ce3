import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { PublicationFields } from "@/domain/schemas/publications";
import { answerName } from "@/server/publications/commands/answer-name";
import { publishOutput } from "@/server/publications/commands/publish";
import { withdrawPublication } from "@/server/publications/commands/withdraw-publication";
import type { Stage } from "./stage";

const common = {
  language: "en",
  languages: ["en"],
  eqfLevel: null,
  iscedField: "07",
  licence: "CC-BY-4.0",
  coverVersionId: null,
  coverText: "",
  objectives: [],
  impacts: [],
  personIds: [],
} satisfies Partial<PublicationFields>;

type Fields = Omit<PublicationFields, keyof typeof common> & Partial<PublicationFields>;

/** Publishes an approved output; returns the id of its publication. */
async function publish(stage: Stage, daysAgo: number, output: string, fields: Fields): Promise<string> {
  const id = uuid();
  const input = { ...common, ...fields, id, outputId: stage.id(output), agreed: true };
  await publishOutput(await stage.as("ana", daysAgo), input);
  return id;
}

/** The report: one of its authors agreed to be named, another one has not answered yet. */
export function publishReport(stage: Stage, versions: readonly string[]): void {
  let publicationId = "";
  stage.scene(236, async () => {
    publicationId = await publish(stage, 236, "o1", {
      title: "What twelve small firms look for",
      abstract:
        "Twelve small metal firms in Bulgaria, Greece and Poland say what they look for in young people, and 148 pupils say what they want to learn. The report compares both, region by region, and lists the eleven skills that every interview named. Vocational schools can use the questionnaire with firms of their own region.",
      languages: ["bg", "en"],
      keywords: ["metalwork", "small firms", "skills", "rural schools"],
      topics: ["learning_at_work", "early_leaving"],
      targetGroups: ["trainers", "school_leaders", "policy_makers"],
      eqfLevel: 4,
      iscedField: "071",
      objectives: ["skills_employability"],
      impacts: ["practices_policies_systems"],
      versionIds: [...versions],
      organisationIds: [stage.id("bg"), stage.id("gr"), stage.id("pl")],
      personIds: [stage.id("maria"), stage.id("eleni")],
    });
  });
  stage.scene(234, async () => answerName(await stage.as("maria", 234), { publicationId }, "agreed"));
  stage.scene(2, async () => {
    // Counted by day, as the server does it for each download.
    for (const [index, versionId] of versions.entries()) {
      await stage.tx.execute(sql`insert into file_downloads (version_id, day, count)
        values (${versionId}, ${stage.at(3).toISOString().slice(0, 10)}, ${31 - index * 12})`);
    }
  });
}

/** The deck stays public while its file was changed after the approval. */
export function publishDeck(stage: Stage, deck: () => string): void {
  stage.scene(364, async () => {
    await publish(stage, 364, "o9", {
      title: "Kick-off deck and visual identity",
      abstract:
        "The slides with which the partnership introduces itself to schools and firms: who takes part, what the mobile workshop is, and when it comes. The last slide shows how pupils build Newton’s cradle from steel balls. The templates can be adapted by other partnerships.",
      keywords: ["mobile workshop", "presentation"],
      topics: ["learning_at_work"],
      targetGroups: ["teachers", "families"],
      licence: "CC-BY-SA-4.0",
      versionIds: [deck()],
      organisationIds: [stage.id("pl")],
    });
  });
}

/** The design of the workshop was public for a while. */
export function publishWorkshop(stage: Stage, rules: () => string): void {
  stage.scene(125, async () => {
    await publish(stage, 125, "o2", {
      title: "The mobile workshop: design and safety rules",
      abstract:
        "Drawings, a parts list and the rules of the safety day for a welding workshop on a trailer, so that another region can build one. Tested in five schools with 148 pupils.",
      keywords: ["welding", "safety", "mobile workshop"],
      topics: ["learning_at_work", "teaching_methods"],
      targetGroups: ["trainers", "apprentices"],
      eqfLevel: 3,
      versionIds: [rules()],
      organisationIds: [stage.id("fi"), stage.id("es")],
    });
  });
  stage.scene(20, async () => {
    const reason = "Page 7 shows a fire exit that has moved. A corrected edition follows.";
    await withdrawPublication(await stage.as("ana", 20), { outputId: stage.id("o2"), reason });
  });
}

/** A guide in Greek. */
export function publishForest(stage: Stage, guide: () => string): void {
  stage.scene(50, async () => {
    await publish(stage, 50, "o10", {
      title: "Το σχολείο στο δάσος: μια εβδομάδα με ξύλο και μέταλλο",
      abstract:
        "Οδηγός για εκπαιδευτικούς που θέλουν να μεταφέρουν το εργαστήριο έξω από την τάξη. Οι μαθητές κατασκευάζουν στο σχολείο τον εξοπλισμό ενός υπαίθριου εργαστηρίου και τον συναρμολογούν στο δάσος, μαζί με το δασαρχείο. Περιέχει πρόγραμμα πέντε ημερών, κανόνες ασφάλειας και φύλλα εργασίας.",
      language: "el",
      languages: ["el"],
      keywords: ["υπαίθρια εκπαίδευση", "μεταλλοτεχνία"],
      topics: ["learning_at_work", "teaching_methods"],
      targetGroups: ["teachers", "apprentices"],
      versionIds: [guide()],
      organisationIds: [stage.id("gr"), stage.id("bg")],
    });
  });
}

/** A guide in French. */
export function publishFrench(stage: Stage, guide: () => string): void {
  stage.scene(39, async () => {
    await publish(stage, 39, "o11", {
      title: "L’atelier mobile arrive à l’école",
      abstract:
        "Guide pour les écoles qui souhaitent recevoir un atelier de soudage sur remorque pendant une semaine : le lieu, l’électricité, la journée de sécurité, l’organisation des groupes d’élèves et ce qui reste après le départ de la remorque.",
      language: "fr",
      languages: ["fr"],
      keywords: ["soudage", "école rurale"],
      topics: ["learning_at_work"],
      targetGroups: ["teachers", "school_leaders"],
      versionIds: [guide()],
      organisationIds: [stage.id("es"), stage.id("fi")],
    });
  });
}
