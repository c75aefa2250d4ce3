import { calendarFeedInput, listCalendarInput, readCalendarInput, renewCalendarInput } from "@/domain/schemas/calendar";
import { memberProcedure, publicProcedure, router } from "@/server/procedures";
import { renewFeed } from "./commands/renew-feed";
import { findFeed } from "./queries/find-feed";
import { listCalendar } from "./queries/list-calendar";
import { readFeed } from "./queries/read-feed";

/** What is due by day, and private addresses for calendar programs. */
export const calendarRouter = router({
  list: memberProcedure.input(listCalendarInput).query(({ ctx, input }) => listCalendar(ctx, input)),
  feed: memberProcedure.input(calendarFeedInput).query(({ ctx, input }) => findFeed(ctx, input)),
  renew: memberProcedure.input(renewCalendarInput).mutation(({ ctx, input }) => renewFeed(ctx, input)),
  read: publicProcedure.input(readCalendarInput).query(({ ctx, input }) => readFeed(ctx, input)),
});
