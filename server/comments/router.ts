import {
  addCommentInput,
  commentIdInput,
  editCommentInput,
  listCommentsInput,
  listReadersInput,
  listCommentVersionsInput,
} from "@/domain/schemas/comments";
import { memberProcedure, router } from "@/server/procedures";
import { addComment } from "./commands/add-comment";
import { editComment } from "./commands/edit-comment";
import { removeComment } from "./commands/remove-comment";
import { resolveThread } from "./commands/resolve-thread";
import { listReaders } from "./queries/list-readers";
import { listComments, listCommentVersions } from "./queries/list-comments";

/** Comments on outputs, files, submissions and practices. */
export const commentsRouter = router({
  list: memberProcedure.input(listCommentsInput).query(({ ctx, input }) => listComments(ctx, input)),
  versions: memberProcedure.input(listCommentVersionsInput).query(({ ctx, input }) => listCommentVersions(ctx, input)),
  readers: memberProcedure.input(listReadersInput).query(({ ctx, input }) => listReaders(ctx, input)),
  add: memberProcedure.input(addCommentInput).mutation(({ ctx, input }) => addComment(ctx, input)),
  edit: memberProcedure.input(editCommentInput).mutation(({ ctx, input }) => editComment(ctx, input)),
  resolve: memberProcedure.input(commentIdInput).mutation(({ ctx, input }) => resolveThread(ctx, input, true)),
  reopen: memberProcedure.input(commentIdInput).mutation(({ ctx, input }) => resolveThread(ctx, input, false)),
  remove: memberProcedure.input(commentIdInput).mutation(({ ctx, input }) => removeComment(ctx, input)),
});
