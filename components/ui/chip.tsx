import type { Route } from "next";
import Link from "next/link";
import { cn } from "./cn";

export type Hue = number;

type Props = {
  hue: Hue;
  /** ISO 3166 alpha-2, as stored. */
  country: string;
  name: string;
  href?: Route;
  className?: string;
};

/** The hue as an attribute: twelve threads, whatever the number. */
export function hueOf(hue: Hue): number {
  return ((Math.trunc(hue) % 12) + 12) % 12;
}

/** An organisation wherever it appears: its thread, its country's code, its short name. */
export function Chip({ hue, country, name, href, className }: Props) {
  const look = cn(
    "inline-flex max-w-full items-center gap-1.5 rounded-sm bg-thread-soft py-0.5 ps-1 pe-1.5 text-sm leading-tight text-ink no-underline align-baseline",
    href && "hover:underline",
    className,
  );
  const inner = (
    <>
      <svg viewBox="0 0 6 16" width="6" height="16" aria-hidden="true" className="text-thread shrink-0">
        <path d="M3 1v14" stroke="currentColor" strokeWidth="4" strokeLinecap="round" />
      </svg>
      <span className="text-ink-soft font-semibold">{country}</span>
      <span className="truncate font-semibold">{name}</span>
    </>
  );
  return href ? (
    <Link href={href} data-hue={hueOf(hue)} className={look}>
      {inner}
    </Link>
  ) : (
    <span data-hue={hueOf(hue)} className={look}>
      {inner}
    </span>
  );
}
