import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { negotiateReader } from "@/messages/negotiate";
import { messagesFor } from "@/messages/translators";
import { currentActor } from "@/server/auth/actor";

/**
 * The request configuration of next-intl: the reader's locale and time zone, the messages, and the time for relative
 * dates, which must be the same on the server and during hydration.
 */
export default getRequestConfig(async () => {
  const [person, store, list] = await Promise.all([currentActor(), cookies(), headers()]);
  const reader = negotiateReader({ person, cookies: store, acceptLanguage: list.get("accept-language") });
  return { ...reader, now: new Date(), messages: await messagesFor(reader.locale) };
});
