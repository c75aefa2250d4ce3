import type { Route } from "next";
import { chipStyle } from "./chip-style";
import { type Hue, hueOf } from "./hue";

type Props = {
  hue: Hue;
  /** ISO 3166 alpha-2, as stored. */
  country: string;
  name: string;
  href?: Route | undefined;
  className?: string | undefined;
};

/** An organisation: its colour, its country's code, its short name. */
export function Chip({ hue, country, name, href, className }: Props) {
  const content = (
    <>
      <svg viewBox="0 0 6 16" width="6" height="16" aria-hidden="true" className={chipStyle.bar}>
        <path d="M3 1v14" stroke="currentColor" strokeWidth="4" strokeLinecap="round" />
      </svg>
      <span className={chipStyle.country}>{country}</span>
      <bdi className={chipStyle.name}>{name}</bdi>
    </>
  );
  const whole = chipStyle.whole(href !== undefined, className);
  return href === undefined ? (
    <span data-hue={hueOf(hue)} className={whole}>
      {content}
    </span>
  ) : (
    <a href={href} data-hue={hueOf(hue)} className={whole}>
      {content}
    </a>
  );
}
