import { practiceSlugInput, publicPracticesInput } from "@/domain/schemas/practices";
import { limit } from "@/server/rate-limit";
import { publicProcedure, router } from "@/server/trpc/init";
import { getPublicPractice, listPublicPractices } from "./queries";

/** What everyone may read without an account. */
export const publicRouter = router({
  practices: publicProcedure.input(publicPracticesInput).query(async ({ ctx, input }) => {
    if (input.text) await limit("publicQueries", ctx.ip);
    return listPublicPractices(ctx, input);
  }),
  practice: publicProcedure.input(practiceSlugInput).query(({ ctx, input }) => getPublicPractice(ctx, input)),
});
