/** Types of subjects that can have comments. */
export const commentSubjectTypes = ["submission"] as const;
export type CommentSubjectType = (typeof commentSubjectTypes)[number];
export type CommentSubject = { type: CommentSubjectType; id: string };
