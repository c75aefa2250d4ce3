const minute = 60_000;
const hour = 60 * minute;

/**
 * The moment to which a picture counts "3 hours ago", a little after now, so that it can be drawn once for a while: for
 * a minute where the newest thing on it is younger than an hour, for ten where it is of the last day, else for an hour.
 */
export function steadyMoment(now: Date, newest: Date | undefined): Date {
  const age = newest ? now.getTime() - newest.getTime() : Infinity;
  const step = age < hour ? minute : age < 24 * hour ? 10 * minute : hour;
  return new Date(Math.ceil(now.getTime() / step) * step);
}
