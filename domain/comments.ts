import type { ActorParticipation, ParticipationKind } from "./actor";
import { DomainError } from "./errors";

/** Types of subjects that can have comments. */
export const commentSubjectTypes = ["output", "file", "submission", "practice", "task"] as const;
export type CommentSubjectType = (typeof commentSubjectTypes)[number];
export type CommentSubject = { type: CommentSubjectType; id: string };

/**
 * Who can read a comment, besides its author. `everyone`: all members of the project without evaluators, on a submission
 * also the evaluators asked to review it. `organisation`: the author's organisation in the project. `coordinators`:
 * managers of the coordinating organisation, and the person who began the exchange with them.
 */
export const commentVisibilities = ["everyone", "organisation", "coordinators"] as const;
export type CommentVisibility = (typeof commentVisibilities)[number];

/** The longest comment, in UTF-16 code units. */
export const maxCommentLength = 10_000;
/** The most people that a comment may mention. */
export const maxMentions = 20;

/** A person with their current participation in the project of a comment; null for none. */
export type CommentReader = {
  personId: string;
  participation: Pick<ActorParticipation, "organisationId" | "kind" | "role"> | null;
};

/** What decides who can read a comment. */
export type CommentAccess = {
  subjectType: CommentSubjectType;
  /** People who were asked to review the subject; of a file, a submission that holds one of its versions. */
  reviewerIds: readonly string[];
  visibility: CommentVisibility;
  authorId: string;
  organisationId: string;
  /** The person who began an exchange with the coordinators; null for other visibilities. */
  openedBy: string | null;
};

/**
 * True when the person can read the comment. `readableComment` in server/comments/queries is the same rule in SQL; a test
 * compares the two.
 */
export function canReadComment({ personId, participation }: CommentReader, comment: CommentAccess): boolean {
  if (participation === null) return false;
  const evaluates = participation.kind === "evaluator";
  if (evaluates && !comment.reviewerIds.includes(personId)) return false;
  if (comment.authorId === personId) return true;
  switch (comment.visibility) {
    case "everyone":
      return !evaluates || comment.subjectType === "submission";
    case "organisation":
      return participation.organisationId === comment.organisationId;
    case "coordinators":
      return (
        (participation.kind === "coordinator" && participation.role === "manager") || comment.openedBy === personId
      );
  }
}

type Answered = { visibility: CommentVisibility; organisationId: string; openedBy: string | null };

/**
 * The visibilities to offer for a new comment, the default first. Evaluators read what everyone can read on submissions
 * only, so that elsewhere they would not see the answers.
 */
export const visibilityChoices = (kind: ParticipationKind, subjectType: CommentSubjectType) =>
  kind === "evaluator" && subjectType !== "submission"
    ? (["coordinators", "organisation"] as const satisfies CommentVisibility[])
    : commentVisibilities;

/** The visibilities that a reply may have, so that nobody reads it who cannot read the comment it answers. */
export const replyVisibilities = (answered: CommentVisibility): readonly CommentVisibility[] =>
  answered === "everyone" ? commentVisibilities : [answered];

/**
 * The person who began the exchange with the coordinators that a comment belongs to; null for other visibilities. Throws
 * comment.reply_wider when more people could read a reply than the comment it answers.
 */
export function decideReply(
  comment: { visibility: CommentVisibility; authorId: string; organisationId: string },
  answered: Answered | null,
): string | null {
  if (answered) {
    const allowed = replyVisibilities(answered.visibility).includes(comment.visibility);
    const sameOrganisation = answered.organisationId === comment.organisationId;
    if (!allowed || (answered.visibility === "organisation" && !sameOrganisation)) {
      throw new DomainError("comment.reply_wider", { field: "visibility" });
    }
  }
  if (comment.visibility !== "coordinators") return null;
  return answered?.openedBy ?? comment.authorId;
}
