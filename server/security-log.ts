import { log } from "./log";
import { loggedNetwork } from "./network";

export type SecurityEvent =
  | "sign_in.failed"
  | "act.refused"
  | "limit.reached"
  | "addresses.changed"
  | "password.changed"
  | "sessions.ended"
  | "calendar.renewed"
  | "act_links.disowned";

/**
 * Writes a security event to the log: its kind, the account id, the caller's network (/24 or /64) and what it was about
 * (a procedure, a limit). Nothing else about a person.
 */
export function logSecurity(
  event: SecurityEvent,
  about: { account?: string | undefined; network?: string | undefined; what?: string | undefined } = {},
): void {
  const { account, network, what } = about;
  log.info(
    {
      event,
      ...(account === undefined ? {} : { account }),
      ...(network === undefined ? {} : { network: loggedNetwork(network) }),
      ...(what === undefined ? {} : { what }),
    },
    "security event",
  );
}
