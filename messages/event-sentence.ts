import { type ActivityEvent, messageKey } from "@/domain/events/events";
import { formatCalendarDate } from "./formatters";
import type { Translator } from "./translators";

/** The values of an event as its sentences use them. */
export function sentenceValues(event: ActivityEvent, about: string | null, t: Translator, locale: string) {
  const data = Object.entries(event.data as Record<string, unknown>).map(([name, value]): [string, string | number] => {
    if (name === "endedOn" || name === "dueOn" || name === "until") return [name, formatCalendarDate(locale, String(value), "day")];
    return [name, typeof value === "number" ? value : String(value)];
  });
  // Comments of earlier releases do not name the type of their subject: it is a submission.
  return { subject: "submission", ...Object.fromEntries(data), person: about ?? t("people.someone") };
}

/** An event as plain text without its subject, such as "uploaded guide.pdf version 2 to O4 A guide". */
export function plainSentence(event: ActivityEvent | null, about: string | null, t: Translator, locale: string): string {
  if (event === null) return t("people.unreadable");
  const text = (chunks: string) => chunks;
  const values = { ...sentenceValues(event, about, t, locale), o: text, f: text };
  return t.markup(`sentences.${messageKey(event.type)}`, values);
}
