"use client";

import { type Messages, NextIntlClientProvider } from "next-intl";
import { type ReactNode, useMemo } from "react";

export type Spoken = { locale: string; timeZone: string; messages: Messages };

/** What an island needs to speak, as one text: a tree of sentences would be taken apart and put together for each page. */
export type IslandWords = string & { readonly spoken: Spoken };

/** Lets the islands inside it speak. The library's own provider would ask the request for what we know already. */
export function WordsProvider({ words, children }: { words: IslandWords; children: ReactNode }) {
  const spoken = useMemo(() => JSON.parse(words) as Spoken, [words]);
  return <NextIntlClientProvider {...spoken}>{children}</NextIntlClientProvider>;
}
