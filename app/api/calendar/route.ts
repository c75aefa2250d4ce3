import { calendarFile } from "@/components/calendar/calendar-file";
import { dueDays } from "@/components/people/due-days";
import { getTranslations } from "@/messages/server";
import { env } from "@/server/env";
import { requireActor, serverApi } from "@/server/trpc/rsc";

/** What the home page lists as due, as a calendar file; `?cursor=` and `?contributing=` of the page. */
export async function GET(request: Request): Promise<Response> {
  await requireActor("/home");
  const { searchParams } = new URL(request.url);
  const cursors = {
    cursor: searchParams.get("cursor") ?? undefined,
    contributing: searchParams.get("contributing") ?? undefined,
  };
  const api = await serverApi();
  const [home, t, steps] = await Promise.all([
    api.people.home(cursors),
    getTranslations("people.home"),
    getTranslations("outputs.next"),
  ]);
  const days = dueDays({
    outputs: [...home.due.items, ...home.contributing.items],
    reviews: home.reviews.items,
    origin: env().APP_URL,
    t,
    steps,
  });
  return new Response(calendarFile(days, home.now), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="consorta.ics"',
      "Cache-Control": "no-store",
    },
  });
}
