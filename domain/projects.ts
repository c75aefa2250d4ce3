import { dayInBrussels, type IsoDate } from "./dates";
import { DomainError } from "./errors";

export const invitationStatuses = ["pending", "accepted", "declined", "revoked", "expired"] as const;
export type InvitationStatus = (typeof invitationStatuses)[number];

/** Days for which an invitation can be answered after it was last sent. */
export const invitationDays = 30;

/** Colours of organisations in a project, assigned in order. */
export const hueCount = 12;

export const maxOrganisations = 60;
export const maxOutputs = 150;

/** Address of an invitation's page. It contains the language, because an ended link has no other source for it. */
export const invitationPath = (token: string, locale: string) => `/invite/${token}?lang=${encodeURIComponent(locale)}`;

/**
 * The current status of an invitation: a pending one counts as expired after its date, before the cron job marks it.
 */
export function invitationStatusAt(
  invitation: { status: InvitationStatus; expiresAt: Date },
  now: Date,
): InvitationStatus {
  return invitation.status === "pending" && invitation.expiresAt <= now ? "expired" : invitation.status;
}

/** Throws invitation.expired or invitation.not_pending when an invitation is not open. */
export function requirePending(invitation: { status: InvitationStatus; expiresAt: Date }, now: Date): void {
  const status = invitationStatusAt(invitation, now);
  if (status === "expired") throw new DomainError("invitation.expired");
  if (status !== "pending") throw new DomainError("invitation.not_pending", { status });
}

/** True when a participation has ended; its last day in Brussels still belongs to it. */
export const hasEnded = (endedOn: IsoDate | null, now: Date): boolean =>
  endedOn !== null && endedOn < dayInBrussels(now);

/** The first colour that no organisation of the project has; after twelve they repeat. */
export function nextHue(taken: readonly number[]): number {
  for (let hue = 0; hue < hueCount; hue += 1) if (!taken.includes(hue)) return hue;
  return taken.length % hueCount;
}

type Presence = { endedOn: IsoDate | null; joinedAt: Date | null; invited: boolean };

/** True for an organisation that left, or that has neither joined nor an open invitation (it declined, for example). */
export const isAbsent = ({ endedOn, joinedAt, invited }: Presence, now: Date): boolean =>
  hasEnded(endedOn, now) || (joinedAt === null && !invited);
