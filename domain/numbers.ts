// Separators between groups of thousands that are never decimal marks, and an apostrophe in its three forms.
const groupOnly = /[\s'’‘]/gu;
const number =
  /^(?<minus>[-−])?(?<whole>\d+|\d{1,3}(?:([.,\s'’‘])\d{3})(?:\3\d{3})*)(?:(?<mark>[.,])(?<decimals>\d+))?$/u;
const units = "km|км|χλμ|χμ|€|eur|euros?|ευρώ";
const unitBefore = new RegExp(`^(?:${units})\\s*`, "iu");
const unitAfter = new RegExp(`\\s*(?:(?:${units})\\.?|[.,]?\\s*[-–—]+)$`, "iu");

/**
 * The number that a person typed, in the notation of any language: spaces, apostrophes, full stops or commas between
 * thousands, a full stop or comma before decimals, km or euro beside it. A single full stop or comma followed by
 * exactly three digits separates thousands (1.250 and 1,250 are 1250), because distances and amounts have no
 * thousandths. Null for a text that is no number.
 */
export function numberFromText(text: string): number | null {
  const bare = text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .trim()
    .replace(unitBefore, "")
    .replace(unitAfter, "");
  const groups = number.exec(bare)?.groups;
  if (!groups) return null;
  const { minus, whole = "", mark, decimals } = groups;
  const separator = /[.,]/u.exec(whole)?.[0];
  // "1.250.5": a decimal mark that is also the separator of thousands is a mistake.
  if (mark !== undefined && separator === mark) return null;
  const thousands =
    separator === undefined && mark !== undefined && decimals?.length === 3 && /^[1-9]\d{0,2}$/u.test(whole);
  const digits = whole.replace(groupOnly, "").replace(/[.,]/gu, "");
  const value = Number(thousands ? `${digits}${decimals}` : `${digits}.${decimals ?? "0"}`);
  if (!Number.isFinite(value)) return null;
  return minus === undefined ? value : -value;
}
