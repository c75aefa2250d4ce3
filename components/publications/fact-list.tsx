import type { ReactNode } from "react";

type Fact = readonly [name: string, value: ReactNode];

/** Facts beside a public page; those without a value are left out. */
export function FactList({ facts, children }: { facts: readonly Fact[]; children?: ReactNode }) {
  const shown = facts.filter(([, value]) => value !== "" && value !== null);
  return (
    <div className="border-line grid content-start gap-5 border-t pt-6 text-sm lg:border-s lg:border-t-0 lg:ps-6 lg:pt-2">
      <dl className="grid gap-4">
        {shown.map(([name, value]) => (
          <div key={name}>
            <dt className="text-ink-soft">{name}</dt>
            <dd className="font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      {children}
    </div>
  );
}
