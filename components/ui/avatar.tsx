/** First letters of the first and the last name, by character rather than by UTF-16 unit. */
export function initials(name: string): string {
  const names = name.trim().split(/\s+/u);
  const first = Array.from(names[0] ?? "")[0] ?? "";
  const last = names.length > 1 ? (Array.from(names.at(-1) ?? "")[0] ?? "") : "";
  // By the rules of Greek: its capitals have no accents. Letters of other alphabets are the same in every locale but Turkish.
  return `${first}${last}`.toLocaleUpperCase("el");
}

/** Initials next to a written name; hidden from screen readers. */
export function Avatar({ name }: { name: string }) {
  return (
    <span
      aria-hidden="true"
      className="border-line bg-paper-sunken text-ink-soft inline-flex size-8 shrink-0 items-center justify-center rounded-full border text-sm font-semibold select-none"
    >
      {initials(name)}
    </span>
  );
}
