import type { NotificationSettings } from "@/domain/schemas/notifications";
import type { Context } from "@/server/context";
import { findOwner } from "@/server/notifications/queries/find-owner";
import { getSettings } from "@/server/notifications/queries/get-settings";
import { findStop, type StopKind } from "./stop";

type StopPage = { kind: StopKind; address: string; settings: NotificationSettings | null };

/** What the link to stop e-mails shows: its kind and address, and the choices of the account with this address. */
export async function findStopPage({ db }: Context, { token }: { token: string }): Promise<StopPage | null> {
  const stop = findStop(token);
  if (!stop) return null;
  const personId = stop.kind === "invitations" ? null : await findOwner(db, stop.address);
  return { ...stop, settings: personId === null ? null : await getSettings(db, personId) };
}
