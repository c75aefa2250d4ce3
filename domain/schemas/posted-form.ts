import { z } from "zod";
import { postedProcedures } from "../posted-procedures";
import { lineText } from "./input";

/** What a form that works without scripts sends besides its fields, as JSON in one hidden field. */
export const postedFormInput = z.object({
  procedure: z.enum(postedProcedures),
  /** Values that are not in fields, such as the subject and the id. */
  fixed: z.record(lineText(100), z.unknown()),
  /** Names of groups of checkboxes, whose values are lists. */
  lists: z.array(lineText(100)).max(10),
  /** The page shown afterwards; ":name" in it is replaced by that value of the output. */
  next: lineText(2_000),
  /** The person for whom the page was rendered. */
  person: lineText(100).optional(),
});
export type PostedForm = z.output<typeof postedFormInput>;
