import { TRPCError } from "@trpc/server";
import { calendarFile } from "@/components/calendar/calendar-file";
import { feedDays } from "@/components/calendar/feed-days";
import { translatorFor } from "@/messages/translators";
import { env } from "@/server/env";
import { orNull, serverApi } from "@/server/trpc/rsc";

type Params = RouteContext<"/calendar/[file]">;

/** Calendar programs that follow the file read it again after an hour. */
const refreshMinutes = 60;

const refused = (status: number, text: string, headers: Record<string, string> = {}) =>
  new Response(text, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store", ...headers },
  });

/** A person's private calendar at /calendar/<secret>.ics, for calendar programs, which do not sign in. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const secret = /^([\w-]{20,200})\.ics$/.exec((await params).file)?.[1];
  if (secret === undefined) return refused(404, "Not found.");
  const api = await serverApi();
  const feed = await orNull(api.calendar.read({ secret })).catch((problem: unknown) => {
    if (problem instanceof TRPCError && problem.code === "TOO_MANY_REQUESTS") return "limited" as const;
    throw problem;
  });
  if (feed === "limited") return refused(429, "This calendar was read too often.", { "Retry-After": "3600" });
  if (feed === null) return refused(404, "Not found.");
  // The zone has no effect: all days are calendar dates.
  const t = await translatorFor({ locale: feed.locale, timeZone: "UTC" }, "calendar");
  const name = feed.acronym === null ? t("feed.name") : t("feed.projectName", { project: feed.acronym });
  return new Response(calendarFile(feedDays(feed, env().APP_URL, t), new Date(), { name, refreshMinutes }), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="consorta.ics"',
      "Cache-Control": "private, max-age=300",
    },
  });
}
