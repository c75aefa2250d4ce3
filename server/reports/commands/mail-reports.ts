import { eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { instance, pageReports } from "@/db/schema";
import { nextReportMail } from "@/domain/reports";
import { env } from "@/server/env";
import { enqueue } from "@/server/jobs/enqueue";

/** The row of `instance` with the time of the last e-mail about reports. */
const lastMailKey = "reports_mailed_at";

async function lockLastMail(tx: Db): Promise<Date> {
  await tx
    .insert(instance)
    .values({ key: lastMailKey, value: new Date(0).toISOString() })
    .onConflictDoNothing();
  const [row] = await tx.select().from(instance).where(eq(instance.key, lastMailKey)).for("update");
  return z.coerce.date().parse(row?.value);
}

/**
 * Tells the operators by e-mail that there are open reports, at most once an hour; within the hour the job is put off.
 * Nothing is sent when all reports were closed meanwhile.
 */
export async function mailReports(db: Db, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const open = await tx.$count(pageReports, isNull(pageReports.closedAt));
    if (open === 0) return;
    const due = nextReportMail(await lockLastMail(tx), now);
    if (due > now) {
      await enqueue(tx, "mail_reports", {}, { jobKey: "mail_reports", runAt: due });
      return;
    }
    await tx.update(instance).set({ value: now.toISOString() }).where(eq(instance.key, lastMailKey));
    for (const address of env().OPERATORS) {
      const [operator] = await tx.execute<{ personId: string; locale: string }>(sql`select a.person_id as "personId",
          p.locale from addresses a join people p on p.id = a.person_id
        where a.address = ${address} and a.confirmed_at is not null and p.closed_at is null`);
      // An address without an account cannot open the page of the reports.
      if (!operator) continue;
      await enqueue(tx, "send_mail", {
        dedupeKey: `reports:${now.toISOString()}:${address}`,
        template: "pageReports",
        address,
        ...operator,
        props: { count: open },
      });
    }
  });
}
