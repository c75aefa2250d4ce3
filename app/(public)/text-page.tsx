import type { ReactNode } from "react";

export type TextPart = { title: string; paragraphs: readonly ReactNode[]; list?: boolean };

/** A text page: a title, a lead sentence, sections. */
export function TextPage({ title, lead, parts }: { title: string; lead: string; parts: readonly TextPart[] }) {
  return (
    <article className="pt-4 sm:pt-8">
      <h1 className="mb-4 font-serif text-2xl font-semibold sm:text-3xl">{title}</h1>
      <p className="text-ink-soft mb-8 max-w-prose text-lg">{lead}</p>
      <div className="prose">
        {parts.flatMap((part) => [
          <h2 key={part.title}>{part.title}</h2>,
          part.list ? (
            <ul key={`${part.title} list`}>
              {part.paragraphs.map((paragraph, index) => (
                <li key={index}>{paragraph}</li>
              ))}
            </ul>
          ) : (
            part.paragraphs.map((paragraph, index) => <p key={`${part.title} ${String(index)}`}>{paragraph}</p>)
          ),
        ])}
      </div>
    </article>
  );
}
