import {
  actionsInput,
  distanceInput,
  eligibilityInput,
  grantInput,
  reductionInput,
  referenceInput,
  transferInput,
} from "@/domain/schemas/programme";
import { publicProcedure, router } from "@/server/trpc/init";
import {
  getDistanceBand,
  getEligibility,
  getGrant,
  getReduction,
  getReference,
  getTransfer,
  listActions,
} from "./queries";

/** The rules of the programme, for everyone: pure answers, no sign-in. */
export const programmeRouter = router({
  actions: publicProcedure.input(actionsInput).query(({ ctx, input }) => listActions(ctx, input)),
  checkEligibility: publicProcedure.input(eligibilityInput).query(({ ctx, input }) => getEligibility(ctx, input)),
  estimateGrant: publicProcedure.input(grantInput).query(({ ctx, input }) => getGrant(ctx, input)),
  distanceBand: publicProcedure.input(distanceInput).query(({ ctx, input }) => getDistanceBand(ctx, input)),
  parseReference: publicProcedure.input(referenceInput).query(({ ctx, input }) => getReference(ctx, input)),
  reduction: publicProcedure.input(reductionInput).query(({ ctx, input }) => getReduction(ctx, input)),
  transfer: publicProcedure.input(transferInput).query(({ ctx, input }) => getTransfer(ctx, input)),
});
