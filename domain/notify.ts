import type { MailedEvent } from "./events";

/** Who is told of an event by mail. Nobody is told of their own act. */
export type Audience =
  "organisation_admins" | "asker" | "inviter" | "coordinators" | "leaders" | "reviewer" | "practice_author";

export const audiences: Readonly<Record<MailedEvent, readonly Audience[]>> = {
  "organisation.join_requested": ["organisation_admins"],
  "organisation.join_decided": ["asker"],
  "invitation.accepted": ["inviter"],
  "invitation.declined": ["inviter"],
  "output.submitted": ["coordinators"],
  "output.approved": ["leaders"],
  "output.changes_requested": ["leaders"],
  "review.requested": ["reviewer"],
  "review.given": ["leaders", "coordinators"],
  "practice.submitted": ["coordinators"],
  "practice.returned": ["practice_author"],
  "practice.published": ["practice_author"],
};

/** The stages at which an organisation is reminded of an output, by days until its due date. */
export const reminderStages = { week: 7, today: 0, late: -7 } as const;
export type ReminderStage = keyof typeof reminderStages;
