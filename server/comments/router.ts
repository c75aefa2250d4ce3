import { addCommentInput, listCommentsInput } from "@/domain/schemas/comments";
import { memberProcedure, router } from "@/server/procedures";
import { addComment } from "./commands/add-comment";
import { listComments } from "./queries/list-comments";

/** Comments on a subject, such as a submission. */
export const commentsRouter = router({
  list: memberProcedure.input(listCommentsInput).query(({ ctx, input }) => listComments(ctx, input)),
  add: memberProcedure.input(addCommentInput).mutation(({ ctx, input }) => addComment(ctx, input)),
});
