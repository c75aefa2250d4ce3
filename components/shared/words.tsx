import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

type Sentences = { [key: string]: Sentences | string };

/** Copies one branch, such as "programme.fields", from all sentences into the picked ones. */
function pick(from: Sentences, into: Sentences, path: readonly string[]): void {
  const [head, ...rest] = path;
  const found = head === undefined ? undefined : from[head];
  if (head === undefined || found === undefined) return;
  if (rest.length === 0 || typeof found === "string") {
    into[head] = found;
    return;
  }
  const kept = into[head];
  const branch = typeof kept === "object" ? kept : {};
  into[head] = branch;
  pick(found, branch, rest);
}

/**
 * Gives the islands inside it the sentences of these namespaces or branches, and no more: every sentence given travels
 * in the HTML.
 */
export async function Words({ of, children }: { of: readonly string[]; children: ReactNode }) {
  const messages = (await getMessages()) as Sentences;
  const picked: Sentences = {};
  for (const path of ["ui", "problems", ...of]) pick(messages, picked, path.split("."));
  return <NextIntlClientProvider messages={picked}>{children}</NextIntlClientProvider>;
}
