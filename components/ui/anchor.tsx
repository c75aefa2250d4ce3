import type { Route } from "next";
import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<"a">, "href"> & { href: Route };

/**
 * A link inside the house: a plain anchor, which `shared/soft-links` follows without a new document. The router's own
 * link component asks the server for what it might lead to, and costs a page of many links more than its content.
 */
export function Anchor(props: Props) {
  return <a {...props} />;
}
