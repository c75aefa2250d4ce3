import { readFile } from "node:fs/promises";
import path from "node:path";
import { type AbstractIntlMessages, createTranslator } from "use-intl/core";
import { type MailLocale, mailLocales } from "@/domain/people";
import type { Reader } from "@/messages/formatters";
import { isolating } from "@/messages/isolate";

type Translate = (key: string, values?: Record<string, string | number | Date>) => string;

const kept = new Map<string, Promise<AbstractIntlMessages>>();

function load(locale: MailLocale): Promise<AbstractIntlMessages> {
  const known = kept.get(locale);
  if (known) return known;
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), "messages", locale, "mail.json");
  const read = readFile(file, "utf8").then((text) => JSON.parse(text) as AbstractIntlMessages);
  kept.set(locale, read);
  return read;
}

/** The translator of e-mails for a reader, with the locale it has messages in; English when the locale has none. */
export async function mailTranslator({ locale: wanted, timeZone }: Reader) {
  const locale = mailLocales.find((one) => one === wanted) ?? "en";
  const messages = await load(locale);
  const translate = isolating(createTranslator({ locale, messages, timeZone })) as Translate;
  return { locale, timeZone, t: translate };
}

export type MailTranslator = Awaited<ReturnType<typeof mailTranslator>>;
