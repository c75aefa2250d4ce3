import type { SafeHtml } from "@remix-run/html-template";
import { headers } from "next/headers";
import { drawn } from "./drawings";
import { KeptMarkup } from "./kept-markup";

// Set by the door (server/front-door.ts) on what the router asks for; Next hides its own sign of it from pages.
const softRequestHeader = "x-consorta-soft";

type Props<Input extends object> = {
  name: string;
  /** Plain data, all of what the picture shows. */
  input: Input;
  draw: (input: Input) => Promise<SafeHtml>;
  className?: string | undefined;
};

/**
 * A picture made of templates, drawn once for equal input. A whole page carries it once, in its HTML; only where the
 * browser already has a page and asks for the difference does it travel as text.
 */
export async function Drawing<Input extends object>({ name, input, draw, className }: Props<Input>) {
  const [{ id, html }, asked] = await Promise.all([drawn(name, input, draw), headers()]);
  return <KeptMarkup key={id} id={id} html={asked.has(softRequestHeader) ? html : undefined} className={className} />;
}
