import type { Route } from "next";
import type { ReactNode } from "react";
import { type ActivityEvent, messageKey } from "@/domain/events/events";
import { sentenceValues } from "@/messages/event-sentence";
import type { Translator } from "@/messages/translators";
import { Anchor } from "../ui/anchor";
import { cn } from "../ui/cn";

/** What a sentence needs to know of an activity. */
export type SentenceEntry = {
  /** Null for a stored event that this version cannot read. */
  event: ActivityEvent | null;
  /** The project, output and file to link to; null where the reader may not open them. */
  slug: string | null;
  outputId: string | null;
  fileId: string | null;
  /** The name of the person whom the event is about; null for one who closed their account. */
  about: string | null;
};

type Props = {
  entry: SentenceEntry;
  /** The translator of events and its locale. */
  t: Translator;
  locale: string;
  /** In the history of one output its name is left out where the sentence allows it. */
  onOutput?: boolean;
  /** How many activities of the same kind the sentence tells of. */
  count?: number;
};

/** What happened, as a sentence without its subject: "uploaded guide.pdf version 2 to O4 A guide". */
export function ActivitySentence({ entry, t, locale, onOutput = false, count }: Props): ReactNode {
  const { event, slug, outputId, fileId, about } = entry;
  if (event === null) return t("people.unreadable");
  const key = messageKey(event.type);
  const branch = count !== undefined ? "bursts" : onOutput && t.has(`onOutput.${key}`) ? "onOutput" : "sentences";
  const output = slug && outputId ? `/projects/${encodeURIComponent(slug)}/outputs/${outputId}` : null;
  const linked = (path: string | null, text: ReactNode, className: string) =>
    path === null ? (
      <strong className={cn("font-semibold", className)}>{text}</strong>
    ) : (
      <Anchor href={path as Route} className={cn("link", className)}>
        {text}
      </Anchor>
    );
  return t.rich(`${branch}.${key}`, {
    ...sentenceValues(event, about, t, locale),
    count: count ?? 1,
    o: (text) => linked(output, text, ""),
    f: (text) => linked(output && fileId ? `${output}/files/${fileId}` : null, text, "wrap-anywhere"),
  });
}
