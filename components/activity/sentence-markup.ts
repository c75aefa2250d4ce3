import { html, type SafeHtml } from "@remix-run/html-template";
import type { ActivityEvent } from "@/domain/events";
import { getTranslations } from "@/messages/words";

const namesPerson: ReadonlySet<string> = new Set(["person", "reviewer"]);

type Happened = {
  event: ActivityEvent;
  slug: string | null;
  outputId: string | null;
  /** It stands in the history of the output itself, which need not be named in each line. */
  here?: boolean;
};

// What a sentence is filled with was typed by people.
const escaped = (value: string) => String(html`${value}`);

/** Says what happened, in words; the output it happened to is a link where the reader is in its project. */
export async function activityTeller(): Promise<(happened: Happened) => SafeHtml> {
  const [everywhere, onOutput, feed] = await Promise.all([
    getTranslations("activity.sentences"),
    getTranslations("activity.onOutput"),
    getTranslations("activity.feed"),
  ]);
  return ({ event, slug, outputId, here = false }) => {
    const values = Object.fromEntries(
      Object.entries(event.data as Record<string, unknown>).map(([name, value]) => [
        name,
        // A person who closed the account left no name in what others did with them.
        typeof value === "number" ? value : escaped(String(value) || (namesPerson.has(name) ? feed("someone") : "")),
      ]),
    );
    const key = event.type.replace(".", "_");
    const t = here && onOutput.has(key) ? onOutput : everywhere;
    const said = t.markup(key, {
      ...values,
      o: (words) =>
        slug && outputId
          ? `<a href="/projects/${encodeURIComponent(slug)}/outputs/${outputId}" class="link">${words}</a>`
          : `<strong class="font-semibold">${words}</strong>`,
      f: (words) => `<span class="font-semibold wrap-anywhere">${words}</span>`,
    });
    return html.raw`${said}`;
  };
}
