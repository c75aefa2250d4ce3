import { calendarFile } from "@/components/calendar/calendar-file";
import { dueDays } from "@/components/people/due-days";
import { getTranslations } from "@/messages/server";
import { env } from "@/server/env";
import { requireActor, serverApi } from "@/server/trpc/rsc";

/** What a page of the list of what is due shows, as a calendar file; `?cursor=` of the page. */
export async function GET(request: Request): Promise<Response> {
  await requireActor("/home");
  const cursor = new URL(request.url).searchParams.get("cursor") ?? undefined;
  const api = await serverApi();
  const [{ items }, t] = await Promise.all([api.people.due({ cursor }), getTranslations("people.home")]);
  return new Response(calendarFile(dueDays({ items, origin: env().APP_URL, t }), new Date()), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="consorta.ics"',
      "Cache-Control": "no-store",
    },
  });
}
