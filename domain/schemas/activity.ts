import { z } from "zod";
import { type EventKind, eventKinds } from "../events";

const kinds = Object.keys(eventKinds) as [EventKind, ...EventKind[]];

export const feedInput = z.object({
  slug: z.string().max(80),
  organisationId: z.uuid().optional(),
  personId: z.uuid().optional(),
  kind: z.enum(kinds).optional(),
  /** A month as YYYY-MM, in Brussels. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
  cursor: z.string().max(400).optional(),
});
export type FeedInput = z.output<typeof feedInput>;

export const outputFeedInput = z.object({ outputId: z.uuid(), cursor: z.string().max(400).optional() });
export const heatInput = z.object({ slug: z.string().max(80) });
