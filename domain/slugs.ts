import anyAscii from "any-ascii";

/**
 * Transliterates text of any script for an address: lower-case Latin letters, digits and hyphens, at most `length` of
 * them.
 */
function slug(text: string, length: number): string {
  return anyAscii(text.normalize("NFC"))
    .toLowerCase()
    .replaceAll("'", "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, length)
    .replace(/-$/, "");
}

/** The slug of a project: its acronym and random characters, so that a taken name reveals nothing. */
export const projectSlug = (acronym: string, random: string): string => `${slug(acronym, 40) || "project"}-${random}`;

/** The slug of a practice: its title and random characters, because titles repeat. */
export const practiceSlug = (title: string, random: string): string => `${slug(title, 60) || "practice"}-${random}`;

/** The slug of the public page of an output: its title and random characters, because titles repeat. */
export const outputSlug = (title: string, random: string): string => `${slug(title, 60) || "output"}-${random}`;

/** The slug of the public page of a project: its acronym and random characters, because acronyms repeat. */
export const partnershipSlug = (acronym: string, random: string): string =>
  `${slug(acronym, 40) || "partnership"}-${random}`;

/** The slug of the public page of an organisation: its short name and random characters, because names repeat. */
export const partnerSlug = (shortName: string, random: string): string =>
  `${slug(shortName, 40) || "partner"}-${random}`;
