import type { SafeHtml } from "@remix-run/html-template";

/** The text of markup without the indentation its templates have for those who read them. */
export const compactMarkup = (markup: SafeHtml): string => String(markup).replace(/\n\s+/g, "\n");
