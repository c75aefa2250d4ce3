const invisible = /\p{Cf}/gu;
const dashes = /[\p{Pd}\u2212]/gu;
const before = /^[\s"'“„«‹([{<#]+/u;
const after = /[\s"'“”’»›)\]}>.,;:!?]+$/u;
const labelWithColon = /^[^:=]*[:=]/u;
// A word that is followed by digits: "PIC 999999999", "Ref. 2023-1-…"; "E 1001 2345" is no label.
const labelWords = /^(?:\p{L}{2,}[.º°]?\s+)+(?=\p{L}*\d)/u;

/**
 * A pasted identifier without what pasting adds: invisible characters, full-width forms, typographic hyphens, a label
 * such as "OID:" or "PIC", quotes and brackets around it, punctuation after it. In capitals; inner spaces are kept.
 */
export function bareIdentifier(text: string): string {
  return text
    .normalize("NFKC")
    .replace(invisible, "")
    .replace(dashes, "-")
    .replace(after, "")
    .replace(labelWithColon, "")
    .replace(before, "")
    .replace(labelWords, "")
    .replace(before, "")
    .toUpperCase();
}

/** An OID, `E` and eight digits, from pasted text; null when it is none. */
export function normaliseOid(text: string): string | null {
  const oid = bareIdentifier(text)
    .replace(/^OID[\s-]*/, "")
    .replace(/[\s.-]+/g, "");
  return /^E\d{8}$/.test(oid) ? oid : null;
}

/** A PIC, nine digits, from pasted text; null when it is none. */
export function normalisePic(text: string): string | null {
  const pic = bareIdentifier(text)
    .replace(/^PIC[\s-]*/, "")
    .replace(/[\s.-]+/g, "");
  return /^\d{9}$/.test(pic) ? pic : null;
}

/**
 * A pasted web address without invisible characters, quotes and brackets around it and punctuation after it, with
 * https:// when it begins with a host name. Anything else is returned as it is, for the check of the schema.
 */
export function bareWebAddress(text: string): string {
  const bare = text.replace(invisible, "").replace(before, "").replace(after, "");
  // A closing bracket belongs to the address when the address opens it.
  const address = bare.includes("(") && text.includes(`${bare})`) ? `${bare})` : bare;
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?::\d+)?(?:[/?#]|$)/u.test(address)
    ? `https://${address}`
    : address;
}
