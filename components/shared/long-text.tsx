/** Texts up to this length are shown whole. */
const shortLength = 320;

type Props = { text: string; more: string; less: string };

/**
 * A text of several paragraphs, of which four lines are shown until the reader asks for more. It works by CSS alone and
 * keeps the whole text in the page, for searching and for screen readers.
 */
export function LongText({ text, more, less }: Props) {
  if (text.length <= shortLength && text.split("\n").length <= 4) {
    return (
      <p dir="auto" className="max-w-prose whitespace-pre-line">
        {text}
      </p>
    );
  }
  return (
    <div className="group grid gap-1">
      <p
        dir="auto"
        className="line-clamp-4 max-w-prose whitespace-pre-line group-has-[details[open]]:line-clamp-none print:line-clamp-none"
      >
        {text}
      </p>
      <details className="print:hidden">
        <summary className="link w-fit">
          <span className="group-has-[details[open]]:hidden">{more}</span>
          <span className="hidden group-has-[details[open]]:inline">{less}</span>
        </summary>
      </details>
    </div>
  );
}
