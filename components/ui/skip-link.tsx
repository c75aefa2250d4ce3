/** The first tab stop of every page; leads to the element with the id "content". */
export function SkipLink({ label }: { label: string }) {
  return (
    <a
      href="#content"
      className="no-print bg-accent text-accent-ink fixed start-3 top-3 z-50 -translate-y-20 rounded-md px-4 py-2 font-semibold focus:translate-y-0"
    >
      {label}
    </a>
  );
}
