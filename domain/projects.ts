import { dayInBrussels, type IsoDate } from "./dates";
import { DomainError } from "./errors";

export const invitationStatuses = ["pending", "accepted", "declined", "revoked", "expired"] as const;
export type InvitationStatus = (typeof invitationStatuses)[number];

/** An invitation may be answered for this many days after it was last sent. */
export const invitationDays = 30;

/** Thread colours of a project; organisations take them in turn. */
export const hueCount = 12;

export const maxOrganisations = 60;
export const maxOutputs = 120;

/** Where an invitation is answered. The language goes with the link: once it has ended, nothing else tells it. */
export const invitationPath = (token: string, locale: string) => `/invite/${token}?lang=${encodeURIComponent(locale)}`;

/** What the invitation is now: a pending one past its date counts as expired before the clock-work writes it down. */
export function invitationStatusAt(
  invitation: { status: InvitationStatus; expiresAt: Date },
  now: Date,
): InvitationStatus {
  return invitation.status === "pending" && invitation.expiresAt <= now ? "expired" : invitation.status;
}

/** Refuses an answer to an invitation that is not open; throws invitation.expired or invitation.not_pending. */
export function requirePending(invitation: { status: InvitationStatus; expiresAt: Date }, now: Date): void {
  const status = invitationStatusAt(invitation, now);
  if (status === "expired") throw new DomainError("invitation.expired");
  if (status !== "pending") throw new DomainError("invitation.not_pending", { status });
}

/** Whether an organisation's part is over: its last day, counted in Brussels, is still one of work. */
export const hasEnded = (endedOn: IsoDate | null, now: Date): boolean =>
  endedOn !== null && endedOn < dayInBrussels(now);

/** The first colour no organisation of the project has yet; after twelve they repeat. */
export function nextHue(taken: readonly number[]): number {
  for (let hue = 0; hue < hueCount; hue += 1) if (!taken.includes(hue)) return hue;
  return taken.length % hueCount;
}

const words = (text: string) =>
  text
    .split(/[\s<>,;:"'()[\]]+/u)
    .map((word) => word.replace(/[.]+$/, ""))
    .filter((word) => word !== "");
const isAddress = (word: string) => /^[^@]+@[^@]+\.[^@]+$/u.test(word);
const looksLikeOne = (word: string) => word.includes("@") || /[^.]\.[\p{L}\p{N}-]{2,}$/u.test(word);

/** Takes the addresses out of a pasted text: separated by anything, named or bare, each once. */
export function addressesIn(text: string): string[] {
  return [
    ...new Set(
      words(text)
        .filter(isAddress)
        .map((word) => word.toLowerCase()),
    ),
  ];
}

/**
 * What in a pasted text was meant as an address and is none, as it was written: what looks like one, and what stands
 * in a line, or between semicolons, without any.
 */
export const brokenAddressesIn = (text: string): string[] =>
  text.split(/[;\n]/u).flatMap((part) => {
    const found = words(part);
    const suspects = found.filter((word) => !isAddress(word) && looksLikeOne(word));
    return suspects.length > 0 || found.some(isAddress) ? suspects : found;
  });

/** All that was meant as an address, the broken ones too: whoever judges them says so instead of leaving them out. */
export const meantAddressesIn = (text: string): string[] => [...addressesIn(text), ...brokenAddressesIn(text)];
