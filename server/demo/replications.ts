import { v7 as uuid } from "uuid";
import type { ReplicationContent } from "@/domain/schemas/replications";
import { startConversation } from "@/server/conversations/commands/start-conversation";
import { writeMessage } from "@/server/conversations/commands/write-message";
import { addFollow } from "@/server/follows/commands/follow";
import { draftReplication } from "@/server/replications/commands/draft-replication";
import { answerReplication, sendReplication } from "@/server/replications/commands/move-replication";
import { updateReplication } from "@/server/replications/commands/update-replication";
import { getReplication } from "@/server/replications/queries/get-replication";
import type { Stage } from "./stage";

const common = {
  field: "vet",
  setting: "whole_school",
  targetGroups: ["pupils"],
  who: "",
  changes: "",
} satisfies Partial<ReplicationContent>;

type Report = Omit<ReplicationContent, keyof typeof common | "files"> & Partial<ReplicationContent>;
type Picture = { name: string; text: string };
type Tried = { by: string; daysAgo: number; report: Report; picture?: Picture; answer?: { by: string; text: string } };

/** An organisation tries a practice and reports; with an answer of its owner the report is public. */
function tried(stage: Stage, practiceId: string, { by, daysAgo, report, picture, answer }: Tried): void {
  const id = uuid();
  stage.scene(daysAgo, async () => {
    const ctx = await stage.as(by, daysAgo);
    const [organisation] = ctx.actor.organisations;
    if (!organisation) throw new Error(`${by} is of no organisation.`);
    await draftReplication(ctx, { ...common, ...report, id, practiceId, organisationId: organisation.organisationId });
    if (picture) {
      const { revision, content } = await getReplication(ctx, { replicationId: id });
      const files = [await stage.attach(ctx, { replicationId: id }, picture.name, picture.text)];
      await updateReplication(ctx, { ...content, files, replicationId: id, revision });
    }
    await sendReplication(ctx, { replicationId: id });
  });
  if (!answer) return;
  stage.scene(daysAgo - 2, async () =>
    answerReplication(await stage.as(answer.by, daysAgo - 2), { replicationId: id, answer: answer.text, agreed: true }),
  );
}

/** An organisation writes to the owner of a practice before it tries it, and is answered. */
function asked(stage: Stage, practiceId: string): void {
  const id = uuid();
  stage.scene(27, async () => {
    const nikos = await stage.as("nikos", 27);
    const [organisation] = nikos.actor.organisations;
    if (!organisation) throw new Error("Nikos is of no organisation.");
    const text = "We are an evening school with twelve adults. Could one evening be enough to begin with?";
    await startConversation(nikos, { id, practiceId, organisationId: organisation.organisationId, text });
  });
  stage.scene(26, async () => {
    const text =
      "Try it, but plan a second evening: on the first one, most people only watch. Our list of tools is in the practice.";
    await writeMessage(await stage.as("gosia", 26), { id: uuid(), conversationId: id, text });
  });
}

/** A teacher follows a practice and a topic of the library. */
function followed(stage: Stage, practiceId: string): void {
  stage.scene(25, async () => {
    const eleni = await stage.as("eleni", 25);
    await addFollow(eleni, { id: uuid(), practiceId });
    await addFollow(eleni, { id: uuid(), search: { topic: "learning_at_work" }, name: "Learning at work" });
  });
}

/** Reports from four countries about three practices; one waits for its answer, and began with a question. */
export function reportReplications(stage: Stage, practices: { wheels: string; film: string; words: string }): void {
  asked(stage, practices.wheels);
  followed(stage, practices.wheels);
  tried(stage, practices.wheels, {
    by: "aino",
    daysAgo: 34,
    report: {
      country: "FI",
      place: "Two schools on the coast",
      period: "September 2026",
      participants: 41,
      result: "worked_with_changes",
      changes: "We used a boat instead of a trailer, and left out the simulator.",
      advice: "Ask for the power socket first. It took us longer than everything else.",
    },
    picture: {
      name: "workshop-boat.png",
      text: "Drawing: a pupil with a mask welds at a bench on the deck of a red boat.",
    },
    answer: { by: "gosia", text: "A boat! We will add your picture to the next edition." },
  });
  tried(stage, practices.wheels, {
    by: "maria",
    daysAgo: 30,
    report: {
      country: "BG",
      place: "A school in the Rhodope mountains",
      period: "October 2026",
      participants: 26,
      result: "worked",
      advice: "Let the former pupil speak on the first day, not on the last.",
    },
    answer: { by: "gosia", text: "Thank you. We will change the order too." },
  });
  tried(stage, practices.wheels, {
    by: "nikos",
    daysAgo: 9,
    report: {
      country: "GR",
      place: "An evening school in Thessaloniki",
      period: "November 2026",
      participants: 12,
      result: "did_not_work",
      changes: "We had one evening instead of a week.",
      advice: "One evening is too short: nobody welded alone.",
    },
  });
  tried(stage, practices.film, {
    by: "jorge",
    daysAgo: 20,
    report: {
      country: "ES",
      setting: "classroom",
      place: "A first-year class",
      period: "October 2026",
      participants: 22,
      result: "worked",
      advice: "Give each group one minute of film and no more.",
    },
    answer: { by: "eleni", text: "We do the same since last spring." },
  });
  tried(stage, practices.words, {
    by: "aino",
    daysAgo: 18,
    report: {
      country: "FI",
      setting: "workplace",
      place: "A boatyard school",
      period: "October 2026",
      participants: 17,
      result: "worked",
      advice: "Take photographs of the cards: they get wet.",
    },
    answer: { by: "maria", text: "We cover ours with foil now." },
  });
}
