import { getRequestConfig } from "next-intl/server";
import { defaultReader, messagesFor } from "@/messages/translators";

/** What next-intl asks for each request: the reader's locale, time zone and messages. */
export default getRequestConfig(async () => ({ ...defaultReader, messages: await messagesFor(defaultReader.locale) }));
