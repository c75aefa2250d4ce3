/** A country's flag as decoration; its name stands beside it. Systems without flags show two letters. */
export function Flag({ country }: { country: string }) {
  const letters = country
    .toUpperCase()
    .replace(/[A-Z]/g, (letter) => String.fromCodePoint(0x1f1e6 + letter.charCodeAt(0) - 65));
  return (
    <span aria-hidden="true" className="select-none">
      {letters}
    </span>
  );
}
