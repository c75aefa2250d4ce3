import type { SafeHtml } from "@remix-run/html-template";

type Props = { html: SafeHtml; className?: string };

/**
 * Markup made by templates that escape every value. For pictures and chips, of which a page holds hundreds of elements:
 * written as text they cost the server next to nothing, as React elements more than everything else together.
 */
export function Markup({ html, className = "contents" }: Props) {
  return <div className={className} dangerouslySetInnerHTML={{ __html: String(html) }} />;
}
