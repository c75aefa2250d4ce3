const cached = new Map<string, boolean>();

/** True for the name of an IANA time zone, such as "Europe/Athens", including aliases. */
export function isTimeZone(zone: string): boolean {
  const found = cached.get(zone);
  if (found !== undefined) return found;
  const valid = zone.length <= 64 && acceptsTimeZone(zone);
  // Only valid zones are cached, because clients can send any number of other texts.
  if (valid) cached.set(zone, true);
  return valid;
}

function acceptsTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    // Intl accepts offsets such as "+02:00", but they have no daylight saving time.
    return /^[A-Za-z]/u.test(zone);
  } catch (problem) {
    if (problem instanceof RangeError) return false;
    throw problem;
  }
}

/** All IANA time zones of this runtime, sorted. */
export const timeZones = (): readonly string[] => Intl.supportedValuesOf("timeZone");
