import { useFormatter, useNow } from "next-intl";

/** A calendar date, YYYY-MM-DD, which is the same day everywhere. */
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

/** A moment, in the zone of the instance. */
export function DateTime({ value }: { value: Date }) {
  const format = useFormatter();
  return (
    <time dateTime={value.toISOString()}>{format.dateTime(value, { dateStyle: "medium", timeStyle: "short" })}</time>
  );
}

/** How long ago, with the exact moment on demand. */
export function Ago({ value }: { value: Date }) {
  const format = useFormatter();
  const now = useNow();
  return (
    <time dateTime={value.toISOString()} title={format.dateTime(value, { dateStyle: "full", timeStyle: "short" })}>
      {format.relativeTime(value, now)}
    </time>
  );
}
