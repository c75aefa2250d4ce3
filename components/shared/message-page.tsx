import type { ReactNode } from "react";
import { Wordmark } from "../ui/mark";

/** A page with one message: not found, or an error. */
export function MessagePage({ title, text, action }: { title: string; text: ReactNode; action: ReactNode }) {
  return (
    <main
      id="content"
      className="mx-auto grid min-h-[80dvh] max-w-prose content-center justify-items-start gap-5 px-4 py-16"
    >
      <Wordmark />
      <h1 className="font-serif text-2xl font-semibold sm:text-3xl">{title}</h1>
      <p className="text-ink-soft text-lg">{text}</p>
      <div className="mt-1">{action}</div>
    </main>
  );
}
