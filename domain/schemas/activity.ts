import { z } from "zod";
import { addDays, addMonths } from "../dates";
import { eventKinds } from "../events/event";
import { figures } from "../events/figures";
import { exportFormats } from "../events/projects";
import { isTimeZone } from "../time-zones";
import { calendarDate, cursorInput, idInput, lineText, slugText } from "./input";

/** A month as YYYY-MM, in Brussels. Addresses of earlier releases name their period so. */
const month = lineText(7).regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, "input.date_invalid");

/** Calendar dates in Brussels, both inclusive. */
const period = { from: calendarDate().optional(), to: calendarDate().optional() };
const isPeriod = ({ from, to }: { from?: string | undefined; to?: string | undefined }) =>
  from === undefined || to === undefined || from <= to;
const reversed = { path: ["to"], message: "input.period_reversed" };

const feedFields = {
  slug: slugText.optional(),
  organisationId: idInput.optional(),
  personId: idInput.optional(),
  kind: z.enum(eventKinds).optional(),
  outputId: idInput.optional(),
  workPackageId: idInput.optional(),
  figure: z.enum(figures).optional(),
  ...period,
  month: month.optional(),
};

type Months = { month?: string | undefined; from?: string | undefined; to?: string | undefined };

/** Replaces a month by its first and its last day, where no other day is given. */
function inDays<T extends Months>({ month: whole, ...input }: T) {
  if (whole === undefined) return input;
  const first = `${whole}-01`;
  return { ...input, from: input.from ?? first, to: input.to ?? addDays(addMonths(first, 1), -1) };
}

/** Without `slug` the feed of all projects of the person. Errors: input.period_reversed, at `to`. */
export const feedInput = z
  .object({ ...feedFields, cursor: cursorInput })
  .refine(isPeriod, reversed)
  .transform(inDays);
export type FeedInput = z.output<typeof feedInput>;

export const outputFeedInput = z.object({ outputId: idInput, cursor: cursorInput });
export const heatInput = z.object({ slug: slugText });

const ofProject = z.object({ slug: slugText, ...period });
const ofPartner = ofProject.extend({ organisationId: idInput });

/** Errors of all that have a period: input.period_reversed, at `to`. */
export const partnersInput = ofProject.refine(isPeriod, reversed);
export type PartnersInput = z.output<typeof partnersInput>;

export const partnerInput = ofPartner.refine(isPeriod, reversed);
export type PartnerInput = z.output<typeof partnerInput>;

export const partnerOutputsInput = ofPartner
  .extend({ show: z.enum(["led", "contributed", "onTime", "late"]).optional(), cursor: cursorInput })
  .refine(isPeriod, reversed);
export type PartnerOutputsInput = z.output<typeof partnerOutputsInput>;

export const partnerReviewsInput = ofPartner
  .extend({ given: z.boolean().optional(), cursor: cursorInput })
  .refine(isPeriod, reversed);
export type PartnerReviewsInput = z.output<typeof partnerReviewsInput>;

/** `timeZone`: the zone of the dates in the list. Errors: input.period_reversed, at `to`. */
export const exportInput = z
  .object({
    ...feedFields,
    format: z.enum(exportFormats),
    timeZone: lineText(64).refine(isTimeZone, "person.time_zone_unknown"),
  })
  .refine(isPeriod, reversed)
  .transform(inDays);
export type ExportInput = z.output<typeof exportInput>;
