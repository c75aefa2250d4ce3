import { v7 as uuid } from "uuid";
import { mailStops } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import type { NotificationSettings } from "@/domain/schemas/notifications";
import { limit } from "@/server/rate-limit";
import type { Context } from "@/server/context";
import { saveSettings } from "@/server/notifications/commands/save-settings";
import { findOwner } from "@/server/notifications/queries/find-owner";
import { findStop } from "./stop";

/** Stops a kind of e-mail for the address of an unsubscribe link. Errors: mail.stop_invalid, rate.limited. */
export async function stopMail(ctx: Context, input: { token: string }): Promise<void> {
  await limit("tokenIp", ctx.ip);
  const stop = findStop(input.token);
  if (!stop) throw new DomainError("mail.stop_invalid");
  await ctx.db
    .insert(mailStops)
    .values({ id: uuid(), ...stop })
    .onConflictDoNothing();
}

/**
 * Stores the choices of the account with the address of an unsubscribe link, without a sign-in. Errors:
 * mail.stop_invalid, also for the link of an invitation and an address without an account; rate.limited.
 */
export async function saveMailSettings(
  ctx: Context,
  { token, ...settings }: NotificationSettings & { token: string },
): Promise<void> {
  await limit("tokenIp", ctx.ip);
  const stop = findStop(token);
  const personId = stop && stop.kind !== "invitations" ? await findOwner(ctx.db, stop.address) : null;
  if (personId === null) throw new DomainError("mail.stop_invalid");
  await saveSettings(ctx.db, personId, settings);
}
