import { z } from "zod";
import { readAddress } from "../addresses";
import { reportedKinds, reportReasons } from "../reports";
import { cursorInput, idInput, lineText, longText, slugText } from "./input";

export const reportedPageInput = z.object({ kind: z.enum(reportedKinds), slug: slugText });
export type ReportedPage = z.output<typeof reportedPageInput>;

/** An e-mail address for the answer, or null for none; an empty form field is none. Errors: person.address_invalid. */
const answerAddress = lineText(300)
  .default("")
  .transform((text, ctx) => {
    if (text === "") return null;
    const address = readAddress(text);
    if (address === null) ctx.addIssue({ code: "custom", message: "person.address_invalid" });
    return address;
  });

export const addReportInput = reportedPageInput.extend({
  id: idInput,
  reason: z.enum(reportReasons, "input.required"),
  text: longText(4_000, 10),
  email: answerAddress,
});
export type AddReport = z.output<typeof addReportInput>;
/** A report as a form sends it. */
export type SentReport = z.input<typeof addReportInput>;

export const listReportsInput = z.object({ cursor: cursorInput });
export const reportIdInput = z.object({ reportId: idInput });

const answer = longText(4_000, 3);
export const closeReportInput = reportIdInput.extend({ answer });
export type CloseReport = z.output<typeof closeReportInput>;

/** `reason` is told to the owner of the page, and shown in place of an output or a practice. */
export const unpublishReportedInput = reportIdInput.extend({ reason: longText(2_000, 3), answer });
export type UnpublishReported = z.output<typeof unpublishReportedInput>;
