import { feedInput, heatInput, outputFeedInput } from "@/domain/schemas/activity";
import { memberProcedure, router } from "@/server/procedures";
import { getHeat } from "./heat";
import { listActivity, listOutputActivity } from "./queries";

/** Who did what, when, for which organisation. */
export const activityRouter = router({
  list: memberProcedure.input(feedInput).query(({ ctx, input }) => listActivity(ctx, input)),
  forOutput: memberProcedure.input(outputFeedInput).query(({ ctx, input }) => listOutputActivity(ctx, input)),
  heat: memberProcedure.input(heatInput).query(({ ctx, input }) => getHeat(ctx, input)),
});
