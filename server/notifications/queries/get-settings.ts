import { sql } from "drizzle-orm";
import type { NotificationSettings } from "@/domain/schemas/notifications";
import type { MemberContext } from "@/server/context";

/** Which kinds of e-mail the person's main address gets. */
export async function getSettings(ctx: MemberContext): Promise<NotificationSettings> {
  const rows = await ctx.db.execute<{ kind: string }>(sql`select s.kind from mail_stops s
    join addresses a on a.address = s.address
    where a.person_id = ${ctx.actor.personId} and a.is_primary and a.confirmed_at is not null`);
  const stopped = [...rows].map(({ kind }) => kind);
  return { news: !stopped.includes("news"), reminders: !stopped.includes("reminders") };
}
