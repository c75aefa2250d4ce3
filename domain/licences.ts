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

const addresses: Readonly<Record<Licence, string>> = {
  "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
  "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
  "CC-BY-NC-4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
  "CC-BY-NC-SA-4.0": "https://creativecommons.org/licenses/by-nc-sa/4.0/",
  "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
  "EUPL-1.2": "https://spdx.org/licenses/EUPL-1.2.html",
  MIT: "https://opensource.org/licenses/MIT",
  "Apache-2.0": "https://www.apache.org/licenses/LICENSE-2.0",
  "GPL-3.0-or-later": "https://www.gnu.org/licenses/gpl-3.0.html",
};

const isLicence = (licence: string): licence is Licence => Object.hasOwn(addresses, licence);

/** The address of the text of an open licence; of a licence of an earlier release, its page at SPDX. */
export const licenceAddress = (licence: string): string =>
  isLicence(licence) ? addresses[licence] : `https://spdx.org/licenses/${licence}.html`;
