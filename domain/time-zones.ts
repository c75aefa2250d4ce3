const known = new Map<string, boolean>();

/** Whether a text names an IANA time zone, such as "Europe/Athens"; aliases count. */
export function isTimeZone(zone: string): boolean {
  const found = known.get(zone);
  if (found !== undefined) return found;
  const valid = zone.length <= 64 && acceptsTimeZone(zone);
  // Only real zones are kept: what clients send has no bound.
  if (valid) known.set(zone, true);
  return valid;
}

function acceptsTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    // Offsets such as "+02:00" are accepted by Intl and are not zones: they know no summer time.
    return /^[A-Za-z]/u.test(zone);
  } catch (problem) {
    if (problem instanceof RangeError) return false;
    throw problem;
  }
}

/** All IANA time zones this runtime lists, sorted. */
export const timeZones = (): readonly string[] => Intl.supportedValuesOf("timeZone");
