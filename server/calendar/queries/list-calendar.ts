import { sql } from "drizzle-orm";
import { requireConsortiumMember } from "@/domain/actor";
import { dayInBrussels } from "@/domain/dates";
import { decodeCursor, toPage } from "@/domain/page";
import type { ListCalendar } from "@/domain/schemas/calendar";
import type { MemberContext } from "@/server/context";
import { type CalendarRow, calendarDays } from "./calendar-days";

/** A page holds a busy month of a large consortium. */
const calendarPageSize = 200;

/**
 * What is due on the days of a period, in one project or in all projects of the person, by day; evaluators see the
 * reviews that they were asked for. `late` is counted in Brussels. Errors: project.not_found, also for evaluators.
 */
export async function listCalendar(ctx: MemberContext, input: ListCalendar) {
  const { personId, participations } = ctx.actor;
  const inside = input.slug === undefined ? participations : [requireConsortiumMember(ctx.actor, input.slug)];
  const [day, id] = decodeCursor(input.cursor, ["text", "uuid"]) ?? [];
  const today = dayInBrussels(ctx.now);
  const ids = (values: readonly string[]) => `{${values.join(",")}}`;
  const rows = await ctx.db.execute<CalendarRow>(
    calendarDays({
      rights: sql`select * from unnest(${ids(inside.map((one) => one.projectId))}::uuid[],
        ${ids(inside.map((one) => one.organisationId))}::uuid[],
        ${ids(inside.map(({ kind }) => String(kind !== "evaluator")))}::boolean[])`,
      personId: sql`${personId}::uuid`,
      who: input.who,
      from: sql`${input.from}::date`,
      to: sql`${input.to}::date`,
      after: typeof day === "string" && typeof id === "string" ? { day, id } : null,
      limit: calendarPageSize + 1,
    }),
  );
  const page = toPage([...rows], calendarPageSize, (row) => [row.dueOn, row.id]);
  return { ...page, items: page.items.map((row) => ({ ...row, late: !row.done && row.dueOn < today })) };
}

export type CalendarEntry = Awaited<ReturnType<typeof listCalendar>>["items"][number];
