/** Open licences of practices and outputs, by their SPDX identifiers; the last four are for software. */
export const licences = [
  "CC-BY-4.0",
  "CC-BY-SA-4.0",
  "CC-BY-NC-4.0",
  "CC-BY-NC-SA-4.0",
  "CC0-1.0",
  "EUPL-1.2",
  "MIT",
  "Apache-2.0",
  "GPL-3.0-or-later",
] as const;
export type Licence = (typeof licences)[number];

/**
 * Licences that forbid adaptations. The open licence that the programme requires allows everyone to use, adapt,
 * reproduce and share a result (Programme Guide, part C, open licence).
 */
export const closedLicences = ["CC-BY-ND-4.0", "CC-BY-NC-ND-4.0"] as const;

/** The message key of a licence: keys hold no full stop, which separates their parts. */
export const licenceKey = (licence: string): string => licence.replaceAll(".", "_");

const creativeCommons: Partial<Record<string, string>> = {
  "CC-BY-4.0": "by/4.0/",
  "CC-BY-SA-4.0": "by-sa/4.0/",
  "CC-BY-NC-4.0": "by-nc/4.0/",
  "CC-BY-NC-SA-4.0": "by-nc-sa/4.0/",
};

/** The address of the text of an open licence, as its publisher or SPDX gives it. */
export function licenceAddress(licence: string): string {
  if (licence === "CC0-1.0") return "https://creativecommons.org/publicdomain/zero/1.0/";
  const path = creativeCommons[licence];
  return path ? `https://creativecommons.org/licenses/${path}` : `https://spdx.org/licenses/${licence}.html`;
}
