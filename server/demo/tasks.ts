import { and, eq } from "drizzle-orm";
import { participationPeople } from "@/db/schema";
import { dayInBrussels } from "@/domain/dates";
import type { TaskAct } from "@/domain/tasks";
import type { MemberContext } from "@/server/context";
import { setAway } from "@/server/people/commands/set-away";
import { handOverWork } from "@/server/projects/commands/hand-over-work";
import { acceptTask, declineTask, finishTask, handOverTask, moveTask } from "@/server/tasks/commands/act-on-task";
import { addTask } from "@/server/tasks/commands/add-task";
import { remindLate } from "@/server/tasks/commands/remind-late";
import type { Stage } from "./stage";

/** The id of a person's place in a project. */
async function memberOf({ db }: MemberContext, projectId: string, personId: string): Promise<string> {
  const [member] = await db
    .select({ id: participationPeople.id })
    .from(participationPeople)
    .where(and(eq(participationPeople.projectId, projectId), eq(participationPeople.personId, personId)));
  if (!member) throw new Error("A person of the demo does not take part in the project.");
  return member.id;
}

type Ask = {
  key: string;
  by: string;
  daysAgo: number;
  title: string;
  /** Days from today; negative is in the past. */
  due: number | null;
  /** The key of an organisation, or of a person. */
  organisation?: string;
  person?: string;
  output?: string;
  note?: string;
  monthly?: boolean;
};

/**
 * Tasks in every state: asked, open, late, moved, given to a colleague, done, declined, one for a person who is away, and
 * one that a person handed over with all of their work.
 */
export function askEachOther(stage: Stage, projectId: string): void {
  const ask = ({ key, by, daysAgo, title, due, organisation, person, output, note = "", monthly = false }: Ask) => {
    stage.scene(daysAgo, async () => {
      await addTask(await stage.as(by, daysAgo), {
        id: stage.id(key),
        projectId,
        title,
        dueOn: due === null ? null : stage.at(-due).toISOString().slice(0, 10),
        assignee: person ? { personId: stage.id(person) } : { organisationId: stage.id(organisation ?? "") },
        outputId: output === undefined ? null : stage.id(output),
        workPackageId: null,
        note,
        monthly,
      });
    });
  };
  const act = (
    key: string,
    by: string,
    daysAgo: number,
    step: { act: TaskAct; reason?: string; to?: string; due?: number },
  ) => {
    stage.scene(daysAgo, async () => {
      const ctx = await stage.as(by, daysAgo);
      const input = { id: stage.id(`${key} ${step.act}`), taskId: stage.id(key) };
      const reason = step.reason ?? "";
      if (step.act === "accept") await acceptTask(ctx, input);
      if (step.act === "done") await finishTask(ctx, input);
      if (step.act === "decline") await declineTask(ctx, { ...input, reason });
      if (step.act === "handOver") await handOverTask(ctx, { ...input, personId: stage.id(step.to ?? "") });
      if (step.act === "moreTime") {
        const dueOn = stage
          .at(-(step.due ?? 0))
          .toISOString()
          .slice(0, 10);
        await moveTask(ctx, { ...input, dueOn, reason });
      }
    });
  };
  ask({
    key: "timesheets",
    by: "ana",
    daysAgo: 30,
    organisation: "gr",
    title: "Send the signed time sheets of the month",
    due: -2,
    monthly: true,
    note: "As PDF, one for each person.",
  });
  act("timesheets", "eleni", 28, { act: "accept" });
  ask({
    key: "photos",
    by: "ana",
    daysAgo: 20,
    person: "nikos",
    title: "Photos of the first seam",
    due: 9,
    output: "o6",
  });
  act("photos", "nikos", 19, { act: "accept" });
  act("photos", "nikos", 5, { act: "moreTime", due: 16, reason: "The workshop is closed until Monday." });
  ask({
    key: "visit",
    by: "aino",
    daysAgo: 6,
    organisation: "gr",
    title: "Choose two dates for the visit in March",
    due: 12,
  });
  ask({
    key: "proofreader",
    by: "eleni",
    daysAgo: 12,
    organisation: "gr",
    title: "Find a proofreader for Greek",
    due: 5,
    output: "o3",
  });
  act("proofreader", "eleni", 11, { act: "handOver", to: "nikos" });
  ask({ key: "logo", by: "eleni", daysAgo: 40, organisation: "pl", title: "Logo without the background", due: -30 });
  act("logo", "gosia", 38, { act: "done" });
  ask({
    key: "translation",
    by: "ana",
    daysAgo: 25,
    organisation: "fi",
    title: "Finnish summary of the report",
    due: -5,
    output: "o1",
  });
  act("translation", "aino", 24, { act: "decline", reason: "Finnish is not among the languages of this result." });
  ask({
    key: "wood",
    by: "ana",
    daysAgo: 15,
    person: "pawel",
    title: "Price list of the wood for the seminars",
    due: 25,
    output: "o8",
  });
  stage.scene(8, async () => {
    const ctx = await stage.as("pawel", 8);
    const memberId = await memberOf(ctx, projectId, stage.id("pawel"));
    const toMemberId = await memberOf(ctx, projectId, stage.id("gosia"));
    await handOverWork(ctx, { memberId, toMemberId, role: false });
  });
  stage.scene(2, async () => {
    const away = { until: dayInBrussels(stage.at(-9)), standInId: stage.id("ana"), timeZone: undefined };
    await setAway(await stage.as("jorge", 2), away);
  });
  ask({
    key: "lights",
    by: "aino",
    daysAgo: 1,
    person: "jorge",
    title: "Say which lights the trailer needs",
    due: 6,
    output: "o2",
  });
  stage.scene(1, async () => {
    const organisationIds = ["gr", "pl", "fi"].map((key) => stage.id(key));
    await remindLate(await stage.as("ana", 1), { projectId, organisationIds });
  });
}
