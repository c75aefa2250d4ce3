/** The address of a page at its end on paper, where the addresses of its links begin with a slash. */
export function PrintedAddress({ address }: { address: string }) {
  return <p className="mt-8 hidden text-sm print:block">{address}</p>;
}
