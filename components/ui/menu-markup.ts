import { html, type SafeHtml } from "@remix-run/html-template";

type Props = {
  id: string;
  label: string;
  align?: "start" | "end" | "above";
  className: string;
  /** Shown on hovering, where the button has no words. */
  title?: string;
  /** What the button shows instead of its label. */
  face: SafeHtml;
  children: SafeHtml;
};

/** A menu for use inside other markup; opening, Escape and a press elsewhere are the browser's. */
export function menuMarkup({ id, label, align = "end", className, title, face, children }: Props): SafeHtml {
  const hint = title ? html` title="${title}"` : "";
  return html`<button type="button" popovertarget="${id}" aria-label="${label}" ${hint} class="${className}">
      ${face}
    </button>
    <div id="${id}" popover="auto" class="float menu" data-align="${align}">${children}</div>`;
}

/** Pages change without a new document, so the browser does not know that a menu has done its work. */
export function closeAfterChoice(pressed: EventTarget): void {
  if (!(pressed instanceof Element) || !pressed.closest("a, button")) return;
  pressed.closest<HTMLElement>(".menu[popover]")?.hidePopover();
}
