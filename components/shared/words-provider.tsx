"use client";

import { NextIntlClientProvider } from "next-intl";
import type { ComponentProps } from "react";

/** What an island needs to speak. */
export type IslandWords = Pick<ComponentProps<typeof NextIntlClientProvider>, "locale" | "timeZone" | "messages">;

// On the server the library's own provider would ask the request for what we know already.
export { NextIntlClientProvider as WordsProvider };
