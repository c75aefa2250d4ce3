import { v7 as uuid } from "uuid";
import { mailStops } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { limit } from "@/server/rate-limit";
import type { Context } from "@/server/context";
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
