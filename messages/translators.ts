import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { mailLocales } from "@/domain/people";
import { createTranslator, type Messages, type NamespaceKeys, type NestedKeyOf } from "use-intl/core";
import type { Reader } from "./formatters";
import { isolating } from "./isolate";

/** The locales with a complete interface, by their folder of messages; en-XA is generated from English for tests. */
export const interfaceLocales = { "en-GB": "en", "en-XA": "en-XA" } as const;
export type InterfaceLocale = keyof typeof interfaceLocales;
export const defaultReader: Reader = { locale: "en-GB", timeZone: "Europe/Brussels" };

/** The locale itself when its interface is complete, else British English. */
export const interfaceLocaleFor = (locale: string): InterfaceLocale =>
  locale in interfaceLocales ? (locale as InterfaceLocale) : "en-GB";

/** Reads every messages/<folder>/<noun>.json; the name of the file is the namespace. */
async function load(folder: string): Promise<Messages> {
  const files = await readdir(join(/* turbopackIgnore: true */ process.cwd(), "messages", folder));
  const nouns = files.filter((file) => file.endsWith(".json")).map((file) => file.slice(0, -".json".length));
  const texts = await Promise.all(
    nouns.map(async (noun) => {
      const file = (await import(`./${folder}/${noun}.json`)) as { default: unknown };
      return [noun, file.default] as const;
    }),
  );
  return Object.fromEntries(texts) as Messages;
}

// In development messages are read again for every page, so that an edit shows without a restart.
const caches = process.env.NODE_ENV !== "development";

/** Returns the cached value of a key; in development always computes it. */
function cached<Value>(cache: Map<string, Value>, key: string, make: () => Value): Value {
  const known = caches ? cache.get(key) : undefined;
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

const loaded = new Map<string, Promise<Messages>>();

/** All messages of a locale, loaded once per process; English for locales without an interface. */
export function messagesFor(locale: string): Promise<Messages> {
  const folder = interfaceLocales[interfaceLocaleFor(locale)];
  return cached(loaded, folder, () => load(folder));
}

export type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>;
const createFor = ({ locale, timeZone }: Reader, messages: Messages, namespace: Namespace) =>
  isolating(createTranslator({ locale, timeZone, messages, namespace }));
export type Translator = ReturnType<typeof createFor>;

const keyOf = ({ locale, timeZone }: Reader) => `${locale} ${timeZone}`;
const translators = new Map<string, Translator>();

/**
 * The translator of a namespace for a reader. Cached per namespace and reader, because preparing plural rules and date
 * formats costs more than formatting a message.
 */
export async function translatorFor(reader: Reader, namespace: Namespace): Promise<Translator> {
  const messages = await messagesFor(reader.locale);
  return cached(translators, `${keyOf(reader)} ${namespace}`, () => createFor(reader, messages, namespace));
}

const eventFolders: readonly string[] = [...mailLocales, "en-XA"];

/** The locale in which a person reads sentences of events: their own where it is translated, else British English. */
export const eventLocaleFor = (locale: string): string =>
  eventFolders.includes(locale) && locale !== "en" ? locale : "en-GB";

const eventMessages = new Map<string, Promise<Messages>>();

async function loadEvents(folder: string): Promise<Messages> {
  const file = (await import(`./${folder}/events.json`)) as { default: unknown };
  return { events: file.default } as Messages;
}

/**
 * The translator of messages/<locale>/events.json for a reader. These messages exist in more languages than the
 * interface: they are what partners read most, and what an export holds.
 */
export async function eventTranslatorFor({ locale, timeZone }: Reader): Promise<Translator> {
  const reader = { locale: eventLocaleFor(locale), timeZone };
  const folder = reader.locale === "en-GB" ? "en" : reader.locale;
  const messages = await cached(eventMessages, folder, () => loadEvents(folder));
  return cached(translators, `${keyOf(reader)} events`, () => createFor(reader, messages, "events"));
}
