import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { createFormatter, createTranslator, type Messages, type NamespaceKeys, type NestedKeyOf } from "use-intl/core";

/** The folder of sentences, the region whose dates and numbers go with it, and the zone of the instance. */
export const spoken = { messages: "en", locale: "en-GB", timeZone: "Europe/Brussels" } as const;

/** Reads every messages/<locale>/<noun>.json; the file's name is the namespace. */
async function load(locale: string): Promise<Messages> {
  const files = await readdir(join(/* turbopackIgnore: true */ process.cwd(), "messages", locale));
  const nouns = files.filter((file) => file.endsWith(".json")).map((file) => file.slice(0, -".json".length));
  const texts = await Promise.all(
    nouns.map(async (noun) => {
      const file = (await import(`./${locale}/${noun}.json`)) as { default: unknown };
      return [noun, file.default] as const;
    }),
  );
  return Object.fromEntries(texts) as Messages;
}

// While sentences are being written they are read anew for every page.
const keeps = process.env.NODE_ENV !== "development";
let kept: Promise<Messages> | undefined;

/** All sentences of the interface, read once per process. */
export const sentences = (): Promise<Messages> => (keeps ? (kept ??= load(spoken.messages)) : load(spoken.messages));

type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>;
const translator = (messages: Messages, namespace: Namespace) =>
  createTranslator({ locale: spoken.locale, timeZone: spoken.timeZone, messages, namespace });

const translators = new Map<Namespace, ReturnType<typeof translator>>();

/**
 * The sentences of a namespace, for server components. Unlike the library's own function of this name it keeps what it
 * made: taking a sentence apart and preparing its plurals costs more than saying it.
 */
export async function getTranslations(namespace: Namespace) {
  const known = translators.get(namespace);
  if (known) return known;
  const made = translator(await sentences(), namespace);
  if (keeps) translators.set(namespace, made);
  return made;
}

/** Words that are put together once per process, however often they are said. */
export function saidOnce<Words>(say: () => Promise<Words>): () => Promise<Words> {
  let said: Promise<Words> | undefined;
  return () => (keeps ? (said ??= say()) : say());
}

const formatter = createFormatter({ locale: spoken.locale, timeZone: spoken.timeZone });

/** Dates and numbers in the reader's region, for server components; kept for the same reason. */
export const getFormatter = () => formatter;

const calendars = {
  day: new Intl.DateTimeFormat(spoken.locale, { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" }),
  month: new Intl.DateTimeFormat(spoken.locale, { timeZone: "UTC", month: "long", year: "numeric" }),
  shortMonth: new Intl.DateTimeFormat(spoken.locale, { timeZone: "UTC", month: "short" }),
  shortMonthOfYear: new Intl.DateTimeFormat(spoken.locale, { timeZone: "UTC", month: "short", year: "numeric" }),
};

/** Says a calendar date, YYYY-MM-DD, in the reader's region; for pictures, which say a hundred of them. */
export function calendarWords(date: string, form: keyof typeof calendars): string {
  return calendars[form].format(new Date(`${date}T00:00:00Z`));
}
