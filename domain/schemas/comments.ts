import { z } from "zod";
import { commentSubjectTypes } from "../comments";
import { cursorInput, idInput, longText } from "./input";

const subject = z.object({ type: z.enum(commentSubjectTypes, "input.required"), id: idInput });

/** The id is made by the caller: the same id again adds nothing. */
export const addCommentInput = z.object({ id: idInput, subject, body: longText(10_000, 1) });
export type AddComment = z.output<typeof addCommentInput>;

export const listCommentsInput = z.object({ subject, cursor: cursorInput });
export type ListComments = z.output<typeof listCommentsInput>;
