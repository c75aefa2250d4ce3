import type { Db } from "@/db/client";
import type { comments } from "@/db/schema";
import { canReadComment } from "@/domain/comments";
import { signal } from "@/server/signal";
import { findParticipants, findReviewers } from "../queries/list-readers";

type Comment = Pick<
  typeof comments.$inferSelect,
  "projectId" | "subjectType" | "subjectId" | "personId" | "organisationId" | "visibility" | "openedBy"
>;

/**
 * Tells the open pages of those who can read a comment that it changed. For everyone the record of the event does so, but
 * not for evaluators; others must not learn of a comment that they cannot read.
 */
export async function signalReaders(tx: Db, now: Date, comment: Comment): Promise<void> {
  const { projectId, subjectType, subjectId, personId: authorId, visibility } = comment;
  const forEveryone = visibility === "everyone";
  if (forEveryone && subjectType !== "submission") return;
  const reviewerIds = await findReviewers(tx, { type: subjectType, id: subjectId });
  const participants = await findParticipants(tx, now, projectId);
  const readers = participants
    .filter(({ kind }) => !forEveryone || kind === "evaluator")
    .filter((participation) => {
      const { personId } = participation;
      return canReadComment({ personId, participation }, { ...comment, authorId, reviewerIds });
    });
  await signal(
    tx,
    readers.map(({ personId }) => ({ about: "project", projectId, personId })),
  );
}
