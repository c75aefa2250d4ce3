import { searchMineInput } from "@/domain/schemas/search";
import { memberProcedure, router } from "@/server/procedures";
import { limit } from "@/server/rate-limit";
import { searchMine } from "./queries";

/** One search over all projects of a person. */
export const searchRouter = router({
  mine: memberProcedure.input(searchMineInput).query(async ({ ctx, input }) => {
    await limit("search", ctx.actor.personId);
    return searchMine(ctx, input);
  }),
});
