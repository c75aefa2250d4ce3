import { html, type SafeHtml } from "@remix-run/html-template";
import { buttonStyle } from "../ui/button-style";
import { cn } from "../ui/cn";
import { iconMarkup } from "../ui/icon-markup";
import type { IconName } from "../ui/icon-paths";
import { menuMarkup } from "../ui/menu-markup";
import type { Move } from "./move-dialog";

export type MenuItem = { label: string; icon: IconName } & ({ href: string } | { act: Move | "download" });

/** What else can be done with a project; its acts are done by `ProjectActs` around it. */
export function projectMenuMarkup(label: string, items: readonly MenuItem[]): SafeHtml {
  const item = (one: MenuItem) => {
    const face = html`${iconMarkup(one.icon)}${one.label}`;
    if ("href" in one) return html`<a href="${one.href}">${face}</a>`;
    return html`<button type="button" data-act="${one.act}">${face}</button>`;
  };
  return menuMarkup({
    id: "project-menu",
    label,
    title: label,
    className: cn(buttonStyle("plain"), "w-10 px-0"),
    face: iconMarkup("dots", 20),
    children: html`${items.map(item)}`,
  });
}
