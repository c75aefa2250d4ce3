import { type Messages, NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { getReader } from "@/messages/server";
import { messagesFor } from "@/messages/translators";

type MessageTree = { [key: string]: MessageTree | string };

/** Copies one branch, such as "programme.fields", from all messages into the picked ones. */
function pick(from: MessageTree, into: MessageTree, path: readonly string[]): void {
  const [head, ...rest] = path;
  const found = head === undefined ? undefined : from[head];
  if (head === undefined || found === undefined) return;
  if (rest.length === 0 || typeof found === "string") {
    into[head] = found;
    return;
  }
  const existing = into[head];
  const branch = typeof existing === "object" ? existing : {};
  into[head] = branch;
  pick(found, branch, rest);
}

/** Messages that `ui` and the shared forms use on every page. */
const always = ["ui.cancel", "ui.close", "ui.optional", "ui.working", "ui.form", "ui.size", "ui.bothTexts"];

const picked = new Map<string, Messages>();

async function pickMessages(locale: string, namespaces: readonly string[]): Promise<Messages> {
  const key = [locale, ...namespaces].join(" ");
  const cached = picked.get(key);
  if (cached) return cached;
  const all = (await messagesFor(locale)) as MessageTree;
  const messages: MessageTree = {};
  for (const path of [...always, ...namespaces]) pick(all, messages, path.split("."));
  if (process.env.NODE_ENV !== "development") picked.set(key, messages as Messages);
  return messages as Messages;
}

/**
 * Provides client components with the messages of these namespaces or branches only, because every message is part of
 * the HTML. Messages of errors are loaded when one occurs.
 */
export async function ClientMessages({ of, children }: { of: readonly string[]; children: ReactNode }) {
  const reader = await getReader();
  return (
    <NextIntlClientProvider {...reader} formats={{}} messages={await pickMessages(reader.locale, of)}>
      {children}
    </NextIntlClientProvider>
  );
}
