import { v7 as uuid } from "uuid";
import { enqueue } from "@/server/jobs/enqueue";
import { limit } from "@/server/rate-limit";
import type { Context } from "@/server/context";

/**
 * Enqueues a link for an address. The job looks up the account, so that neither the response nor its time shows whether
 * there is one. Errors: rate.limited, rate.links.
 */
export async function mailLink(ctx: Context, email: string, purpose: "reset" | "sign_in"): Promise<void> {
  await limit("mailIp", ctx.ip);
  await limit("mailAddress", `${purpose} ${email} ${ctx.ip}`);
  await limit(purpose === "reset" ? "resetLinks" : "signInLinks", email, 1, "rate.links");
  await enqueue(ctx.db, "mail_link", { tokenId: uuid(), purpose, template: purpose, address: email });
}
