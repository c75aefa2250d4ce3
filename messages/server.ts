import { getLocale, getTimeZone } from "next-intl/server";
import { formatterFor, type Reader } from "./formatters";
import { type Namespace, translatorFor } from "./translators";

/** The locale and time zone of the reader of this page, as app/i18n.ts negotiates them. */
export async function getReader(): Promise<Reader> {
  const [locale, timeZone] = await Promise.all([getLocale(), getTimeZone()]);
  return { locale, timeZone };
}

/** The translator of a namespace for the reader of this page. Server components only. */
export async function getTranslations(namespace: Namespace) {
  return translatorFor(await getReader(), namespace);
}

/** The formatter of dates and numbers for the reader of this page. Server components only. */
export async function getFormatter() {
  return formatterFor(await getReader());
}
