import { readFile } from "node:fs/promises";
import path from "node:path";
import { type AbstractIntlMessages, createTranslator } from "use-intl/core";
import { type MailLocale, mailLocales } from "@/domain/people";

type Translate = (key: string, values?: Record<string, string | number | Date>) => string;

const cache = new Map<string, Promise<AbstractIntlMessages>>();

function load(locale: MailLocale): Promise<AbstractIntlMessages> {
  const cached = cache.get(locale);
  if (cached) return cached;
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), "messages", locale, "mail.json");
  const read = readFile(file, "utf8").then((text) => JSON.parse(text) as AbstractIntlMessages);
  cache.set(locale, read);
  return read;
}

/**
 * The translator of e-mails for a locale, and that locale; English when the locale or the namespace has no messages:
 * invitations are translated into seven languages, other e-mails are in English.
 */
export async function mailTranslator(wanted: string, part: string) {
  const available = mailLocales.find((one) => one === wanted) ?? "en";
  const translated = await load(available);
  const locale = part in translated ? available : "en";
  const messages = await load(locale);
  const translate = createTranslator({ locale, messages, timeZone: "Europe/Brussels" }) as Translate;
  return { locale, t: translate };
}

export type MailTranslator = Awaited<ReturnType<typeof mailTranslator>>;
