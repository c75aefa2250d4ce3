export type CalendarDay = {
  /** Stays the same when the day is put into a calendar again, so that it moves instead of standing there twice. */
  id: string;
  /** A whole day, as YYYY-MM-DD. */
  day: string;
  title: string;
  text: string;
  url: string;
};

const encoder = new TextEncoder();
const mostOctets = 75;

const escaped = (text: string) =>
  text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n?|\n/g, "\\n")
    .replace(/\p{Cc}/gu, "");

/** A line of a calendar file holds 75 octets; what is longer goes on in the next line after a space. */
function folded(line: string): string {
  let out = "";
  let octets = 0;
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (octets + size > mostOctets) {
      out += "\r\n ";
      octets = 1;
    }
    out += sign;
    octets += size;
  }
  return out;
}

/** A calendar file (RFC 5545) with one entry for each of these days, without a reminder: each calendar has its own. */
export function calendarFile(days: readonly CalendarDay[], now: Date): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const entries = days.flatMap(({ id, day, title, text, url }) => [
    "BEGIN:VEVENT",
    `UID:${id}@consorta`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
    "TRANSP:TRANSPARENT",
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    `URL:${url}`,
    "END:VEVENT",
  ]);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Consorta//Due//EN", ...entries, "END:VCALENDAR"];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}
