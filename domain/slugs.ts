import anyAscii from "any-ascii";

/** A text of any script in Latin letters, for an address: small letters, digits and hyphens, at most `length` of them. */
function slug(text: string, length: number): string {
  return anyAscii(text.normalize("NFC"))
    .toLowerCase()
    .replaceAll("'", "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, length)
    .replace(/-$/, "");
}

/** The address part of a project: its acronym, and random characters so that a taken name reveals nothing. */
export const projectSlug = (acronym: string, random: string): string => `${slug(acronym, 40) || "project"}-${random}`;

/** The address part of a practice: its title, and random characters, because titles repeat. */
export const practiceSlug = (title: string, random: string): string => `${slug(title, 60) || "practice"}-${random}`;
