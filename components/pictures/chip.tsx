/** @jsxImportSource hono/jsx */

import { chipStyle } from "../ui/chip-style";
import { hueOf } from "../ui/hue";
import { safeHref } from "./safe-href";

type Props = { hue: number; country: string; name: string; href?: string | undefined };

/** An organisation's chip inside a picture; `components/ui/chip.tsx` is the one for pages. */
export function PictureChip({ hue, country, name, href }: Props) {
  const content = (
    <>
      <svg viewBox="0 0 6 16" width="6" height="16" aria-hidden="true" class={chipStyle.bar}>
        <path d="M3 1v14" stroke="currentColor" stroke-width="4" stroke-linecap="round" />
      </svg>
      <span class={chipStyle.country}>{country}</span>
      <bdi class={chipStyle.name}>{name}</bdi>
    </>
  );
  const whole = chipStyle.whole(href !== undefined);
  return href === undefined ? (
    <span data-hue={hueOf(hue)} class={whole}>
      {content}
    </span>
  ) : (
    <a href={safeHref(href)} data-hue={hueOf(hue)} class={whole}>
      {content}
    </a>
  );
}
