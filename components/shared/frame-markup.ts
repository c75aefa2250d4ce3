import { html, type SafeHtml } from "@remix-run/html-template";
import { avatarMarkup } from "../ui/avatar-markup";
import { cn } from "../ui/cn";
import { iconMarkup } from "../ui/icon-markup";
import { markMarkup, wordmarkMarkup } from "../ui/mark-markup";
import { menuMarkup } from "../ui/menu-markup";
import {
  currentPlace,
  projectSlugOf,
  sectionPlaces,
  type ShellPlace,
  type ShellProject,
  type ShellSection,
} from "./shell-places";
import { type ThemeWords, themeSwitchMarkup } from "./theme";

export type FrameWords = Record<
  | "main"
  | "project"
  | "chooseProject"
  | "allProjects"
  | "newProject"
  | "account"
  | "banner"
  | "mark"
  | "more"
  | "signOut"
  | "skip",
  string
>;

/** The newest projects are one press away, all of them two. */
const switcherSize = 12;

/** Everything around a page of a signed-in person. */
export type Frame = {
  person: { name: string; organisation?: string };
  /** My own places, the home page first. */
  places: readonly ShellPlace[];
  /** All of mine, the newest first. */
  projects: readonly ShellProject[];
  sections: readonly ShellSection[];
  /** The links of the account menu. */
  account: readonly { href: string; label: string }[];
  words: FrameWords;
  theme: ThemeWords;
};

type Here = Frame & {
  project: ShellProject | null;
  inside: readonly ShellPlace[];
  current: ShellPlace | null;
};

/** What of the frame belongs to an address. */
export function placesAt(frame: Frame, pathname: string): Here {
  const { places, projects, sections } = frame;
  const slug = projectSlugOf(pathname);
  const found = projects.find((one) => one.slug === slug);
  const open = sections.filter((section) => !(found?.outside && section.insideOnly));
  const inside = found ? sectionPlaces(found.slug, open) : [];
  return { ...frame, project: found ?? null, inside, current: currentPlace(pathname, [...places, ...inside]) };
}

const mark = (here: Here, place: ShellPlace) =>
  place.href === here.current?.href ? html` aria-current="page"` : html``;

const railLink = (here: Here) => (place: ShellPlace) =>
  html`<a
    href="${place.href}"
    ${mark(here, place)}
    class="group text-ink-soft hover:bg-paper hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:text-ink flex min-h-9 items-center gap-2.5 rounded-md px-2.5 py-1 aria-[current=page]:font-semibold"
    >${iconMarkup(place.icon, 18, "group-aria-[current=page]:text-accent")}<span class="min-w-0 truncate"
      >${place.label}</span
    ></a
  >`;

function switcher(id: string, { project, projects, words }: Here): SafeHtml {
  return menuMarkup({
    id,
    label: words.chooseProject,
    align: "start",
    className:
      "hover:border-line hover:bg-paper flex min-h-10 w-full min-w-0 items-center gap-2 rounded-md border border-transparent px-2.5 text-start",
    face: html`<span
        class="${cn("min-w-0 flex-1 truncate", project ? "font-serif text-lg font-semibold" : "text-ink-soft")}"
        >${project?.label ?? words.chooseProject}</span
      >${iconMarkup("chevron-down", 16, "text-ink-faint")}`,
    children: html`<ul>
        ${projects.slice(0, switcherSize).map((one) => html`<li><a href="/projects/${encodeURIComponent(one.slug)}">${one.label}</a></li>`)}
      </ul>
      ${projects.length > 0 ? html`<hr />` : ""}<a href="/projects">${words.allProjects}</a
      ><a href="/projects/new">${iconMarkup("plus")}${words.newProject}</a>`,
  });
}

function accountLinks(name: string, { account, words, theme }: Here): SafeHtml {
  return html`${account.map(({ href, label }) => html`<a href="${href}">${label}</a>`)}${themeSwitchMarkup(name, theme)}
    <button type="button" data-act="leave">${iconMarkup("sign-out")}${words.signOut}</button>`;
}

const homeOf = ({ places }: Here) => places[0]?.href ?? "/home";

/** The rail of a wide window. */
export function railMarkup(here: Here): SafeHtml {
  const { person, places, inside, words } = here;
  const face = html`${avatarMarkup(person.name)}<span class="min-w-0 flex-1 leading-tight"
      ><span class="block truncate font-semibold">${person.name}</span>${
        person.organisation
          ? html`<span class="text-ink-soft block truncate text-sm">${person.organisation}</span>`
          : ""
      }</span
    >${iconMarkup("chevron-down", 16, "text-ink-faint")}`;
  return html`<a href="${homeOf(here)}" class="mb-5 self-start px-2.5 py-1" aria-label="${words.mark}"
      >${wordmarkMarkup()}</a
    >
    <nav aria-label="${words.main}" class="grid gap-0.5">${places.map(railLink(here))}</nav>
    <div class="border-line mt-4 grid gap-1 border-t pt-4">
      ${switcher("rail-projects", here)}
      ${
        inside.length > 0
          ? html`<nav aria-label="${words.project}" class="grid gap-0.5">${inside.map(railLink(here))}</nav>`
          : ""
      }
    </div>
    <div class="mt-auto pt-4">
      ${menuMarkup({
        id: "rail-account",
        label: words.account,
        align: "above",
        className:
          "hover:border-line hover:bg-paper flex min-h-12 w-full min-w-0 items-center gap-2.5 rounded-md border border-transparent px-2 text-start",
        face,
        children: accountLinks("rail-theme", here),
      })}
    </div>`;
}

/** The head of a narrow window: which project this is, and the way to another. */
export function topMarkup(here: Here): SafeHtml {
  return html`<a
      href="${homeOf(here)}"
      aria-label="${here.words.mark}"
      class="inline-flex size-10 items-center justify-center"
      >${markMarkup()}</a
    >
    <div class="min-w-0 flex-1">${switcher("top-projects", here)}</div>`;
}

const barFace = ({ label, icon }: Pick<ShellPlace, "label" | "icon">) =>
  html`<span class="relative grid h-14 w-full justify-items-center gap-0.5 pt-2 text-center"
    ><span class="bottom-bar-stripe"></span>${iconMarkup(icon, 20)}<span
      class="bottom-bar-label max-w-full truncate px-0.5 text-[0.6875rem] leading-4"
      >${label}</span
    ></span
  >`;

/** Four places and "more" at the foot of a narrow window. */
export function bottomMarkup(here: Here): SafeHtml {
  const { places, inside, words } = here;
  const ordered = inside.length > 0 ? [...places.slice(0, 1), ...inside, ...places.slice(1)] : places;
  const [shown, rest] = [ordered.slice(0, 4), ordered.slice(4)];
  const link = (place: ShellPlace) =>
    html`<a href="${place.href}" ${mark(here, place)} class="block">${barFace(place)}</a>`;
  const more = html`${rest.map(
    (place) =>
      html`<a href="${place.href}" ${mark(here, place)}
        >${iconMarkup(place.icon, 18, "text-ink-soft")}${place.label}</a
      >`,
  )}${rest.length > 0 ? html`<hr />` : ""}${accountLinks("more-theme", here)}`;
  return html`<ul class="bottom-bar mx-auto grid max-w-lg auto-cols-fr grid-flow-col">
    ${shown.map((place) => html`<li class="min-w-0">${link(place)}</li>`)}
    <li class="min-w-0">
      ${menuMarkup({
        id: "more",
        label: words.more,
        className: "block w-full",
        face: barFace({ label: words.more, icon: "dots" }),
        children: more,
      })}
    </li>
  </ul>`;
}
