import {
  exportInput,
  feedInput,
  heatInput,
  outputFeedInput,
  partnerInput,
  partnerOutputsInput,
  partnerReviewsInput,
  partnersInput,
} from "@/domain/schemas/activity";
import { memberProcedure, router } from "@/server/procedures";
import { exportActivity } from "./export-activity";
import { getHeat } from "./heat";
import { getPartner, listPartnerOutputs, listPartnerPeople, listPartnerReviews } from "./partner-work";
import { listPartnerFigures } from "./partners";
import { listActivity, listFeedOrganisations, listOutputActivity } from "./queries";

/** Who did what, when, for which organisation. */
export const activityRouter = router({
  list: memberProcedure.input(feedInput).query(({ ctx, input }) => listActivity(ctx, input)),
  forOutput: memberProcedure.input(outputFeedInput).query(({ ctx, input }) => listOutputActivity(ctx, input)),
  organisations: memberProcedure.query(({ ctx }) => listFeedOrganisations(ctx)),
  export: memberProcedure.input(exportInput).mutation(({ ctx, input }) => exportActivity(ctx, input)),
  heat: memberProcedure.input(heatInput).query(({ ctx, input }) => getHeat(ctx, input)),
  partners: memberProcedure.input(partnersInput).query(({ ctx, input }) => listPartnerFigures(ctx, input)),
  partner: memberProcedure.input(partnerInput).query(({ ctx, input }) => getPartner(ctx, input)),
  partnerOutputs: memberProcedure.input(partnerOutputsInput).query(({ ctx, input }) => listPartnerOutputs(ctx, input)),
  partnerReviews: memberProcedure.input(partnerReviewsInput).query(({ ctx, input }) => listPartnerReviews(ctx, input)),
  partnerPeople: memberProcedure.input(partnerInput).query(({ ctx, input }) => listPartnerPeople(ctx, input)),
});
