/** Money is whole euro cents in a JavaScript integer. */
export type Cents = number;

/** True for a valid amount: whole, and exact in a double. */
export function isCents(value: number): boolean {
  return Number.isSafeInteger(value);
}

/** A percentage of an amount, half a cent rounded away from zero. */
export function percentOf(cents: Cents, percent: number): Cents {
  const exact = (cents * percent) / 100;
  return Math.sign(exact) * Math.round(Math.abs(exact));
}

/** The sum of amounts. */
export function sumCents(amounts: readonly Cents[]): Cents {
  return amounts.reduce((sum, cents) => sum + cents, 0);
}

/**
 * Allocates an amount by weights without losing a cent: the cents left by rounding go to the largest remainders, on a
 * tie to the earlier share. Equal shares when all weights are zero.
 */
export function shareOut(total: Cents, weights: readonly number[]): readonly Cents[] {
  if (weights.length === 0) return [];
  const positive = weights.map((weight) => (Number.isFinite(weight) && weight > 0 ? weight : 0));
  const sum = positive.reduce((a, b) => a + b, 0);
  const fair = sum > 0 && Number.isFinite(sum) ? positive : weights.map(() => 1);
  const whole = fair.reduce((a, b) => a + b, 0);
  const sign = total < 0 ? -1 : 1;
  const amount = Math.abs(total);
  const exact = fair.map((weight) => amount * (weight / whole));
  const shares = exact.map(Math.floor);
  const order = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  let left = amount - sumCents(shares);
  for (let turn = 0; left !== 0; turn += 1) {
    const next = order[turn % order.length];
    if (!next) break;
    const step = left > 0 ? 1 : -1;
    const share = shares[next.index] ?? 0;
    if (share + step < 0) continue;
    shares[next.index] = share + step;
    left -= step;
  }
  return shares.map((share) => (share === 0 ? 0 : sign * share));
}

// Creating a formatter is far slower than using it, so formatters are cached.
const formatters = new Map<string, Intl.NumberFormat>();

function formatterFor(locale: string, whole: boolean): Intl.NumberFormat {
  const key = `${locale} ${String(whole)}`;
  const cached = formatters.get(key);
  if (cached) return cached;
  const digits = { minimumFractionDigits: whole ? 0 : 2, maximumFractionDigits: 2 };
  const formatter = new Intl.NumberFormat(locale, { style: "currency", currency: "EUR", ...digits });
  formatters.set(key, formatter);
  return formatter;
}

/** Formats an amount for a locale; whole euros without cents. */
export function formatCents(cents: Cents, locale: string): string {
  return formatterFor(locale, cents % 100 === 0).format(cents / 100);
}
