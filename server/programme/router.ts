import {
  actionsInput,
  distanceInput,
  eligibilityInput,
  grantInput,
  reductionInput,
  referenceInput,
  transferInput,
} from "@/domain/schemas/programme";
import { limit } from "@/server/rate-limit";
import { publicProcedure, router } from "@/server/procedures";
import {
  getDistanceBand,
  getEligibility,
  getGrant,
  getReduction,
  getReference,
  getTransfer,
  listActions,
} from "./queries";

const ruleProcedure = publicProcedure.use(async ({ ctx, next }) => {
  await limit("programme", ctx.ip);
  return next();
});

/** The rules of the programme: computed answers without sign-in. */
export const programmeRouter = router({
  actions: ruleProcedure.input(actionsInput).query(({ ctx, input }) => listActions(ctx, input)),
  checkEligibility: ruleProcedure.input(eligibilityInput).query(({ ctx, input }) => getEligibility(ctx, input)),
  estimateGrant: ruleProcedure.input(grantInput).query(({ ctx, input }) => getGrant(ctx, input)),
  distanceBand: ruleProcedure.input(distanceInput).query(({ ctx, input }) => getDistanceBand(ctx, input)),
  parseReference: ruleProcedure.input(referenceInput).query(({ ctx, input }) => getReference(ctx, input)),
  reduction: ruleProcedure.input(reductionInput).query(({ ctx, input }) => getReduction(ctx, input)),
  transfer: ruleProcedure.input(transferInput).query(({ ctx, input }) => getTransfer(ctx, input)),
});
