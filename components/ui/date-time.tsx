import { useLocale, useNow, useTimeZone } from "next-intl";
import { formatCalendarDate, formatMoment, formatterFor, type Reader } from "@/messages/formatters";

const forms = { medium: "day", long: "longDay", month: "month" } as const;

function useReader(): Reader {
  return { locale: useLocale(), timeZone: useTimeZone() ?? "UTC" };
}

/** A calendar date, YYYY-MM-DD, which is the same day everywhere. */
export function CalendarDate({ value, style = "medium" }: { value: string; style?: keyof typeof forms }) {
  return <time dateTime={value}>{formatCalendarDate(useLocale(), value, forms[style])}</time>;
}

/** A moment, in the reader's time zone. */
export function DateTime({ value }: { value: Date }) {
  return <time dateTime={value.toISOString()}>{formatMoment(useReader(), value, "short")}</time>;
}

/** How long ago, with the exact moment in the title. */
export function Ago({ value }: { value: Date }) {
  const reader = useReader();
  const now = useNow();
  return (
    <time dateTime={value.toISOString()} title={formatMoment(reader, value, "full")} className="ago">
      {formatterFor(reader).relativeTime(value, now)}
    </time>
  );
}
