import { useFormatter, useNow } from "next-intl";

/** A calendar date, YYYY-MM-DD, which is the same day in every time zone. */
export function CalendarDate({ value, style = "medium" }: { value: string; style?: "medium" | "long" | "month" }) {
  const format = useFormatter();
  const shown = format.dateTime(new Date(`${value}T00:00:00Z`), {
    timeZone: "UTC",
    ...(style === "month"
      ? { month: "long", year: "numeric" }
      : style === "long"
        ? { dateStyle: "long" }
        : { day: "numeric", month: "short", year: "numeric" }),
  });
  return <time dateTime={value}>{shown}</time>;
}

/** A time in the reader's time zone. */
export function DateTime({ value }: { value: Date }) {
  const format = useFormatter();
  return (
    <time dateTime={value.toISOString()}>{format.dateTime(value, { dateStyle: "medium", timeStyle: "short" })}</time>
  );
}

/** A relative time, with the exact time as title. */
export function Ago({ value }: { value: Date }) {
  const format = useFormatter();
  const now = useNow();
  return (
    <time dateTime={value.toISOString()} title={format.dateTime(value, { dateStyle: "full", timeStyle: "short" })}>
      {format.relativeTime(value, now)}
    </time>
  );
}
