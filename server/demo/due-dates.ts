import { v7 as uuid } from "uuid";
import { addDays, dayInBrussels } from "@/domain/dates";
import { addDependency } from "@/server/outputs/commands/change-dependency";
import { askTime } from "@/server/outputs/commands/ask-time";
import { moveDue } from "@/server/outputs/commands/move-due";
import { getOutput } from "@/server/outputs/queries/get-output";
import type { Stage } from "./stage";

/** The due date of the tool moves twice. */
export function moveSelfAssessment(stage: Stage): void {
  const move = (daysAgo: number, due: number, reason: string) => {
    stage.scene(daysAgo, async () => {
      const ctx = await stage.as("ana", daysAgo);
      const { revision } = await getOutput(ctx, { outputId: stage.id("o4") });
      const dueOn = addDays(dayInBrussels(stage.at(0)), due);
      await moveDue(ctx, { id: uuid(), outputId: stage.id("o4"), dueOn, reason, revision });
    });
  };
  move(62, -5, "The pupils of the pilot class were in exams, so the questions are tested a month later.");
  move(14, 19, "Twelve answers are missing. Three weeks more, and the tool is tested in two countries.");
}

/** A contributor asks for more time on the course; nobody has answered yet. */
export function askForTime(stage: Stage): void {
  stage.scene(2, async () => {
    await askTime(await stage.as("nikos", 2), {
      id: stage.id("more time"),
      outputId: stage.id("o5"),
      dueOn: addDays(dayInBrussels(stage.at(0)), 20),
      reason: "The Greek teachers can test the course only after the holidays.",
    });
  });
}

/** The course starts after the tool, which cannot hold since the tool moved. */
export function orderOutputs(stage: Stage): void {
  stage.scene(61, async () => {
    const ctx = await stage.as("ana", 61);
    const { number } = await getOutput(ctx, { outputId: stage.id("o4") });
    await addDependency(ctx, { outputId: stage.id("o5"), number });
  });
}
