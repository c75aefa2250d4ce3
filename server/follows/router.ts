import { addFollowInput, followIdInput, listFollowsInput } from "@/domain/schemas/follows";
import { memberProcedure, router } from "@/server/procedures";
import { addFollow, removeFollow } from "./commands/follow";
import { listFollows } from "./queries/list-follows";

/** Practices and searches of the library that a person is told of by e-mail, once a week at most. */
export const followsRouter = router({
  list: memberProcedure.input(listFollowsInput).query(({ ctx, input }) => listFollows(ctx, input)),
  add: memberProcedure.input(addFollowInput).mutation(({ ctx, input }) => addFollow(ctx, input)),
  remove: memberProcedure.input(followIdInput).mutation(({ ctx, input }) => removeFollow(ctx, input)),
});
