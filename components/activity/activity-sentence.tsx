import type { Route } from "next";
import type { ReactNode } from "react";
import { type ActivityEvent, messageKey } from "@/domain/events/events";
import type { Translator } from "@/messages/translators";
import { Anchor } from "../ui/anchor";

type Props = {
  event: ActivityEvent | null;
  /** The name of the person whom the event is about; null for one who closed their account. */
  about: string | null;
  /** The project and output to link to; null when the reader may not open them. */
  slug: string | null;
  outputId: string | null;
  /** Shorter sentences for the activity of one output, without its name; "activity.onOutput". */
  onOutput?: Translator | undefined;
  /** "activity.sentences". */
  everywhere: Translator;
  /** Replaces the name of a person who closed their account. */
  someone: string;
  /** Replaces the sentence of a stored event that cannot be parsed. */
  unreadable: string;
};

/** An event as a sentence without its subject: "uploaded guide.pdf version 2 to O4 A guide". */
export function ActivitySentence({
  event,
  about,
  slug,
  outputId,
  onOutput,
  everywhere,
  someone,
  unreadable,
}: Props): ReactNode {
  if (event === null) return unreadable;
  const values = Object.fromEntries(
    Object.entries(event.data as Record<string, unknown>).map(([name, value]) => [
      name,
      typeof value === "number" ? value : String(value),
    ]),
  );
  const key = messageKey(event.type);
  const t = onOutput?.has(key) ? onOutput : everywhere;
  return t.rich(key, {
    ...values,
    person: about ?? someone,
    o: (text) =>
      slug && outputId ? (
        <Anchor href={`/projects/${encodeURIComponent(slug)}/outputs/${outputId}` as Route} className="link">
          {text}
        </Anchor>
      ) : (
        <strong className="font-semibold">{text}</strong>
      ),
    f: (text) => <span className="font-semibold wrap-anywhere">{text}</span>,
  });
}
