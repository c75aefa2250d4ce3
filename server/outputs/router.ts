import { z } from "zod";
import {
  acceptTimeInput,
  archiveInput,
  askTimeInput,
  declineTimeInput,
  dependencyInput,
  layOutPlanInput,
  linkInput,
  listOutputsInput,
  moveDueInput,
  outputIdInput,
  planOutputInput,
  timelineInput,
  updateOutputInput,
  updateWorkPackageInput,
  versionIdInput,
  withdrawInput,
  workPackageInput,
} from "@/domain/schemas/outputs";
import { slugInput } from "@/domain/schemas/projects";
import { cursorInput, idInput } from "@/domain/schemas/input";
import { memberProcedure, router } from "@/server/procedures";
import { acceptTime, declineTime } from "./commands/answer-time-request";
import { askTime } from "./commands/ask-time";
import { addDependency, removeDependency } from "./commands/change-dependency";
import { addLink } from "./commands/add-link";
import { restoreVersion } from "./commands/restore-version";
import { withdrawVersion } from "./commands/withdraw-version";
import { layOutPlan } from "./commands/lay-out-plan";
import { moveDue } from "./commands/move-due";
import { planOutput } from "./commands/plan-output";
import { removeOutput } from "./commands/remove-output";
import { updateOutput } from "./commands/update-output";
import { addWorkPackage } from "./commands/add-work-package";
import { updateWorkPackage } from "./commands/update-work-package";
import { getArchive, getVersion, listFileNames } from "./queries/find-content";
import { getOutput, listChoices } from "./queries/get-output";
import { listFiles, listVersions } from "./queries/list-files";
import { getPlan } from "./queries/get-plan";
import { getTimeline } from "./queries/get-timeline";
import { listDueDates } from "./queries/list-due-dates";
import { listOutputs } from "./queries/list-outputs";

/** Work packages, outputs, their files and versions. Contents are transferred by server/files. */
export const outputsRouter = router({
  list: memberProcedure.input(listOutputsInput).query(({ ctx, input }) => listOutputs(ctx, input)),
  plan: memberProcedure.input(slugInput).query(({ ctx, input }) => getPlan(ctx, input)),
  timeline: memberProcedure.input(timelineInput).query(({ ctx, input }) => getTimeline(ctx, input)),
  choices: memberProcedure.input(slugInput).query(({ ctx, input }) => listChoices(ctx, input)),
  get: memberProcedure.input(outputIdInput).query(({ ctx, input }) => getOutput(ctx, input)),
  create: memberProcedure.input(planOutputInput).mutation(({ ctx, input }) => planOutput(ctx, input)),
  layOut: memberProcedure.input(layOutPlanInput).mutation(({ ctx, input }) => layOutPlan(ctx, input)),
  update: memberProcedure.input(updateOutputInput).mutation(({ ctx, input }) => updateOutput(ctx, input)),
  dueDates: memberProcedure
    .input(outputIdInput.extend({ cursor: cursorInput }))
    .query(({ ctx, input }) => listDueDates(ctx, input)),
  moveDue: memberProcedure.input(moveDueInput).mutation(({ ctx, input }) => moveDue(ctx, input)),
  addDependency: memberProcedure.input(dependencyInput).mutation(({ ctx, input }) => addDependency(ctx, input)),
  removeDependency: memberProcedure.input(dependencyInput).mutation(({ ctx, input }) => removeDependency(ctx, input)),
  askTime: memberProcedure.input(askTimeInput).mutation(({ ctx, input }) => askTime(ctx, input)),
  acceptTime: memberProcedure.input(acceptTimeInput).mutation(({ ctx, input }) => acceptTime(ctx, input)),
  declineTime: memberProcedure.input(declineTimeInput).mutation(({ ctx, input }) => declineTime(ctx, input)),
  remove: memberProcedure.input(outputIdInput).mutation(({ ctx, input }) => removeOutput(ctx, input)),
  addWorkPackage: memberProcedure.input(workPackageInput).mutation(({ ctx, input }) => addWorkPackage(ctx, input)),
  updateWorkPackage: memberProcedure
    .input(updateWorkPackageInput)
    .mutation(({ ctx, input }) => updateWorkPackage(ctx, input)),
  files: memberProcedure
    .input(outputIdInput.extend({ cursor: cursorInput }))
    .query(({ ctx, input }) => listFiles(ctx, input)),
  versions: memberProcedure
    .input(z.object({ fileId: idInput, cursor: cursorInput }))
    .query(({ ctx, input }) => listVersions(ctx, input)),
  fileNames: memberProcedure.input(outputIdInput).query(({ ctx, input }) => listFileNames(ctx, input)),
  version: memberProcedure.input(versionIdInput).query(({ ctx, input }) => getVersion(ctx, input)),
  archive: memberProcedure.input(archiveInput).query(({ ctx, input }) => getArchive(ctx, input)),
  addLink: memberProcedure.input(linkInput).mutation(({ ctx, input }) => addLink(ctx, input)),
  restoreVersion: memberProcedure.input(versionIdInput).mutation(({ ctx, input }) => restoreVersion(ctx, input)),
  withdrawVersion: memberProcedure.input(withdrawInput).mutation(({ ctx, input }) => withdrawVersion(ctx, input)),
});
