import { z } from "zod";
import { eventKinds } from "../events/event";
import { cursorInput, idInput, lineText, slugText } from "./input";

export const feedInput = z.object({
  slug: slugText,
  organisationId: idInput.optional(),
  personId: idInput.optional(),
  kind: z.enum(eventKinds).optional(),
  /** A month as YYYY-MM, in Brussels. */
  month: lineText(7)
    .regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, "input.date_invalid")
    .optional(),
  cursor: cursorInput,
});
export type FeedInput = z.output<typeof feedInput>;

export const outputFeedInput = z.object({ outputId: idInput, cursor: cursorInput });
export const heatInput = z.object({ slug: slugText });
