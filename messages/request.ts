import { getRequestConfig } from "next-intl/server";
import { sentences, spoken } from "./words";

export default getRequestConfig(async () => ({
  locale: spoken.locale,
  timeZone: spoken.timeZone,
  messages: await sentences(),
}));
