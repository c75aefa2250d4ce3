import { DomainError } from "./errors";

/** Kinds of public pages that can be reported, named as in their address. */
export const reportedKinds = ["outputs", "practices", "partnerships", "partners"] as const;
export type ReportedKind = (typeof reportedKinds)[number];

export const reportReasons = ["rights", "personal_data", "content", "other"] as const;

/** What an operator did about a report; null while it is open. */
export const reportOutcomes = ["answered", "unpublished"] as const;
export type ReportOutcome = (typeof reportOutcomes)[number];

/** How long the address of a person who reported a page is kept after the report was closed. */
export const reporterDays = 90;

/** Refuses to close a report a second time. Errors: report.closed. */
export function requireOpen({ closedAt }: { closedAt: Date | null }): void {
  if (closedAt !== null) throw new DomainError("report.closed");
}

const betweenMailsMs = 3_600_000;

/** When operators are told of new reports by e-mail: at once, or an hour after the last e-mail about reports. */
export function nextReportMail(lastMail: Date, now: Date): Date {
  return new Date(Math.max(now.getTime(), lastMail.getTime() + betweenMailsMs));
}
