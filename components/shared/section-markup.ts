import { html, type SafeHtml } from "@remix-run/html-template";

/** How a part of a page looks, whoever writes it. */
export const sectionLook = {
  whole: "mb-10 grid gap-4",
  head: "flex flex-wrap items-end justify-between gap-x-4 gap-y-2",
  words: "grid gap-0.5",
  title: "font-serif text-xl font-semibold",
  content: "min-w-0",
};

type Props = { id: string; title: string; more?: { href: string; words: string }; children: SafeHtml };

/** A part of a page under its own heading, for use inside other markup. */
export function sectionMarkup({ id, title, more, children }: Props): SafeHtml {
  return html`<section aria-labelledby="${id}" class="${sectionLook.whole}">
    <div class="${sectionLook.head}">
      <div class="${sectionLook.words}"><h2 id="${id}" class="${sectionLook.title}">${title}</h2></div>
      ${more ? html`<a href="${more.href}" class="link">${more.words}</a>` : ""}
    </div>
    <div class="${sectionLook.content}">${children}</div>
  </section>`;
}
