/** Open licences of practices and outputs, by their SPDX identifiers. */
export const licences = ["CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC0-1.0"] as const;

/** The message key of a licence: keys hold no full stop, which separates their parts. */
export const licenceKey = (licence: string): string => licence.replaceAll(".", "_");
