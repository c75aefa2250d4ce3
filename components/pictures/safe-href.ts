const base = "https://consorta.invalid";

/**
 * An address for a link inside a picture, which React does not check: a path of this site. Anything else, such as
 * `javascript:` or another site, becomes `#`.
 */
export function safeHref(address: string): string {
  if (!URL.canParse(address, base)) return "#";
  const url = new URL(address, base);
  return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : "#";
}
