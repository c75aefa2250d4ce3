import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { getRequestConfig } from "next-intl/server";

/** The folder of sentences, and the region whose dates and numbers go with it. */
const INTERFACE = { messages: "en", locale: "en-GB" } as const;

/** Reads every messages/<locale>/<noun>.json; the file's name is the namespace. */
async function load(locale: string): Promise<Record<string, unknown>> {
  const files = await readdir(join(/* turbopackIgnore: true */ process.cwd(), "messages", locale));
  const nouns = files.filter((file) => file.endsWith(".json")).map((file) => file.slice(0, -".json".length));
  const texts = await Promise.all(
    nouns.map(async (noun) => {
      const file = (await import(`./${locale}/${noun}.json`)) as { default: unknown };
      return [noun, file.default] as const;
    }),
  );
  return Object.fromEntries(texts);
}

let kept: Promise<Record<string, unknown>> | undefined;

/** Read once per process; while sentences are being written, on every request. */
const sentences = () =>
  process.env.NODE_ENV === "development" ? load(INTERFACE.messages) : (kept ??= load(INTERFACE.messages));

export default getRequestConfig(async () => ({
  locale: INTERFACE.locale,
  timeZone: "Europe/Brussels",
  messages: await sentences(),
}));
