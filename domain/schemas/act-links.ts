import { z } from "zod";
import { lineText, longText, optionalDate, wholeNumber } from "./input";

export const actLinkInput = z.object({ token: lineText(200) });
export type ActLinkInput = z.output<typeof actLinkInput>;

/** `version` is the one that the page showed: the number of the submission, or the revision of the task. */
export const actByLinkInput = actLinkInput.extend({
  version: wholeNumber(),
  text: longText(1_000).default(""),
  answerBy: optionalDate,
});
export type ActByLink = z.output<typeof actByLinkInput>;

export const allowActLinksInput = z.object({ allowed: z.boolean() });
