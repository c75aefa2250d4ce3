import { publicReplicationPage } from "@/domain/schemas/public";
import {
  answerReplicationInput,
  draftReplicationInput,
  listReplicationsInput,
  ownReplicationsInput,
  replicationIdInput,
  updateReplicationInput,
} from "@/domain/schemas/replications";
import { memberProcedure, publicProcedure, router } from "@/server/procedures";
import { draftReplication } from "./commands/draft-replication";
import { answerReplication, sendReplication, withdrawReplication } from "./commands/move-replication";
import { updateReplication } from "./commands/update-replication";
import { getReplication, listOwnReplications, listReceived } from "./queries/get-replication";
import { listPublicReplications } from "./queries/list-public";

/** Reports of organisations that tried a practice: written by them, answered by its owner, public beside it. */
export const replicationsRouter = router({
  list: publicProcedure
    .input(listReplicationsInput)
    .output(publicReplicationPage)
    .query(({ ctx, input }) => listPublicReplications(ctx, input)),
  get: memberProcedure.input(replicationIdInput).query(({ ctx, input }) => getReplication(ctx, input)),
  mine: memberProcedure.input(ownReplicationsInput).query(({ ctx, input }) => listOwnReplications(ctx, input)),
  received: memberProcedure.input(listReplicationsInput).query(({ ctx, input }) => listReceived(ctx, input)),
  draft: memberProcedure.input(draftReplicationInput).mutation(({ ctx, input }) => draftReplication(ctx, input)),
  update: memberProcedure.input(updateReplicationInput).mutation(({ ctx, input }) => updateReplication(ctx, input)),
  send: memberProcedure.input(replicationIdInput).mutation(({ ctx, input }) => sendReplication(ctx, input)),
  answer: memberProcedure.input(answerReplicationInput).mutation(({ ctx, input }) => answerReplication(ctx, input)),
  withdraw: memberProcedure.input(replicationIdInput).mutation(({ ctx, input }) => withdrawReplication(ctx, input)),
});
