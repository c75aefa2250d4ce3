import type { IsoDate } from "@/domain/dates";
import type { DueKind } from "@/domain/due-list";
import { outputCode } from "@/domain/outputs";
import type { Translator } from "@/messages/translators";
import type { CalendarDay } from "../calendar/calendar-file";

type Item = {
  kind: DueKind;
  id: string;
  title: string;
  acronym: string | null;
  dueOn: IsoDate | null;
  path: string;
  details: object;
};

type Due = {
  items: readonly Item[];
  /** The address of this server, for the links. */
  origin: string;
  /** "people.home". */
  t: Translator;
};

/** What a thing is called: outputs and reviews by the number of the output. */
const nameOf = ({ kind, title, details }: Item) =>
  kind !== "task" && "number" in details && typeof details.number === "number"
    ? `${outputCode(details.number)} ${title}`
    : title;

/** What has a due date in the list of what is due, as days of a calendar. */
export function dueDays({ items, origin, t }: Due): CalendarDay[] {
  return items.flatMap((item) => {
    if (item.dueOn === null) return [];
    const name = { output: nameOf(item), project: item.acronym ?? "" };
    const title = t(item.kind === "review" ? "calendarReview" : "calendarDue", name);
    return [{ id: item.id, day: item.dueOn, title, text: "", url: `${origin}${item.path}` }];
  });
}
