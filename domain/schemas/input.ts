import { z } from "zod";
import { isIsoDate } from "../dates";
import { languages } from "../programme/vocabulary";

/** The largest value of PostgreSQL's integer columns. */
export const maxInteger = 2 ** 31 - 1;

// PostgreSQL rejects U+0000, and a lone surrogate has no UTF-8 form.
const unstorable = /[\0\p{Surrogate}]/gu;
// Other control characters are invisible, and XML (workbooks, documents) cannot hold them.
const controlCharacters = /(?![\t\n])\p{Cc}/gu;

/** Normalises multi-line text for storing: without U+0000, lone surrogates and control characters, line ends as \n. */
export const cleanText = (text: string): string =>
  text.replace(unstorable, "").replace(/\r\n?/g, "\n").replace(controlCharacters, "");

/** Normalises one-line text for storing: also NFC, trimmed, with line breaks and tabs as spaces. */
export const cleanLine = (text: string): string =>
  cleanText(text)
    .replace(/[\t\n]+/g, " ")
    .normalize("NFC")
    .trim();

/** Text of one line: names, titles, codes. Errors: input.required, input.too_long. */
export const lineText = (max: number, min = 0) =>
  z.string("input.required").overwrite(cleanLine).min(min, "input.required").max(max, "input.too_long");

/** Text of several lines, trimmed. Errors: input.required, input.too_long. */
export const longText = (max: number, min = 0) =>
  z.string("input.required").overwrite(cleanText).trim().min(min, "input.required").max(max, "input.too_long");

/** Text that is saved while it is typed: spaces at its ends are kept. Errors: input.too_long. */
export const draftText = (max: number) => z.string("input.required").overwrite(cleanText).max(max, "input.too_long");

/** A password: never normalised, because its hash was made of the exact input. Errors: input.too_long. */
export const secretText = (max: number, min = 0) =>
  z.string("input.required").min(min, "input.required").max(max, "input.too_long");

/** The token of an e-mailed link. Errors: person.token_invalid. */
export const tokenInput = z.string("person.token_invalid").regex(/^[\w-]{20,200}$/, "person.token_invalid");

/** A whole number in the range of an integer column; form fields send it as text. Errors: input.number_invalid. */
export const wholeNumber = (min = 0, max = maxInteger) =>
  z.coerce
    .number("input.number_invalid")
    .int("input.number_invalid")
    .min(min, "input.number_invalid")
    .max(max, "input.number_invalid");

/** The revision that an edit is based on. */
export const revisionInput = wholeNumber();

/** A calendar day within these years. Errors: input.date_invalid. */
export const calendarDate = (firstYear = 1900, lastYear = 2199) =>
  z.iso.date("input.date_invalid").refine((date) => {
    const year = Number(date.slice(0, 4));
    return isIsoDate(date) && year >= firstYear && year <= lastYear;
  }, "input.date_invalid");

/** A day, or null for none; an empty form field is none. Errors: input.date_invalid. */
export const optionalDate = calendarDate()
  .nullish()
  .or(z.literal(""))
  .transform((date) => date || null);

/** A moment in the same years; forms without scripts send it as text. Errors: input.date_invalid. */
export const momentInput = z
  .date("input.date_invalid")
  .or(z.iso.datetime("input.date_invalid").transform((text) => new Date(text)))
  .refine((at) => at.getUTCFullYear() >= 1900 && at.getUTCFullYear() < 2200, "input.date_invalid");

/** A checkbox: forms without scripts send "on" for a checked one, and nothing otherwise. */
export const checkboxInput = z
  .boolean()
  .or(z.literal("on").transform(() => true))
  .default(false);

/** An id (UUID). Errors: input.id_invalid. */
export const idInput = z.uuid("input.id_invalid");

/** An id that is a required choice. Errors: input.required. */
export const chosenId = z.uuid("input.required");

/** An id, or null for none; an empty form field is none. */
export const optionalId = idInput
  .nullish()
  .or(z.literal(""))
  .transform((id) => id || null);

/** A value of this schema, or null for none; an empty form field is none. */
export const emptyAsNull = <T extends z.ZodType>(schema: T) =>
  schema
    .nullish()
    .or(z.literal(""))
    .transform((value) => value || null);

/** The slug of a project or a practice. */
export const slugText = lineText(100, 1);

/** The cursor of a list in a link; a broken one counts as missing and shows the first page. */
export const cursorInput = z.string().max(400).optional().catch(undefined);

/** A language by its BCP 47 code. Errors: input.language_unknown. */
export const languageInput = z.enum(languages, "input.language_unknown");

/** A language, or "" for none. Errors: input.language_unknown. */
export const optionalLanguage = z.enum(["", ...languages], "input.language_unknown").default("");
