import type { Route } from "next";
import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<"a">, "href"> & { href: Route };

/**
 * A link within this site: a plain anchor, which `shared/soft-links` navigates without a new document. Next's Link
 * prefetches its target, and on pages with many links costs more than their content.
 */
export function Anchor(props: Props) {
  return <a {...props} />;
}
