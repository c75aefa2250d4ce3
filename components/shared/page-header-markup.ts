import { html, type SafeHtml } from "@remix-run/html-template";

/** How the head of a page looks, whoever writes it. */
export const headerLook = {
  whole: "mb-8 grid gap-2",
  crumbs: "text-ink-soft flex flex-wrap gap-x-1.5 text-sm",
  crumb: "after:text-ink-faint flex gap-1.5 after:content-['/']",
  crumbLink: "hover:text-ink underline-offset-4 hover:underline",
  line: "flex flex-wrap items-start justify-between gap-x-6 gap-y-4",
  words: "grid min-w-0 flex-1 basis-72 gap-2",
  eyebrow: "text-ink-soft flex flex-wrap items-center gap-x-3 gap-y-1 text-sm",
  title: "font-serif text-2xl font-semibold sm:text-3xl",
  state: "text-ink-soft max-w-prose text-lg",
  acts: "no-print flex flex-wrap items-center gap-2 pt-1",
};

type Props = {
  /** The name of the way back, and the way. */
  breadcrumb: string;
  crumb: { href: string; label: string };
  eyebrow: SafeHtml;
  title: SafeHtml;
  state: string;
  acts: SafeHtml | null;
};

/** The head of a page for use inside other markup: where I am, what this is, how it stands, what comes next. */
export function pageHeaderMarkup({ breadcrumb, crumb, eyebrow, title, state, acts }: Props): SafeHtml {
  return html`<header class="${headerLook.whole}">
    <nav aria-label="${breadcrumb}">
      <ol class="${headerLook.crumbs}">
        <li class="${headerLook.crumb}">
          <a href="${crumb.href}" class="${headerLook.crumbLink}">${crumb.label}</a>
        </li>
      </ol>
    </nav>
    <div class="${headerLook.line}">
      <div class="${headerLook.words}">
        <div class="${headerLook.eyebrow}">${eyebrow}</div>
        <h1 class="${headerLook.title}">${title}</h1>
        <p class="${headerLook.state}">${state}</p>
      </div>
      ${acts ? html`<div class="${headerLook.acts}">${acts}</div>` : ""}
    </div>
  </header>`;
}
