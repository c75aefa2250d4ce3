/** The text of an e-mail with clickable links; its HTML is never put into our pages. */
export function MailText({ text }: { text: string }) {
  const parts = text.split(/(https?:\/\/[^\s)\]>]+)/u);
  return (
    <div className="border-line bg-paper-raised max-w-prose rounded-md border p-5 whitespace-pre-wrap wrap-anywhere">
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <a key={`${String(index)}${part}`} href={part} className="link">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </div>
  );
}
