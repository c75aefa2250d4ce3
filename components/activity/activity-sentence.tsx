import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Anchor } from "../ui/anchor";
import type { ActivityEvent } from "@/domain/events";

const namesPerson: ReadonlySet<string> = new Set(["person", "reviewer"]);

type Props = { event: ActivityEvent; slug?: string; outputId: string | null };

/** What happened, in words; the output it happened to is a link where the reader is in its project. */
export function ActivitySentence({ event, slug, outputId }: Props) {
  const t = useTranslations("activity.sentences");
  const feed = useTranslations("activity.feed");
  const values = Object.fromEntries(
    Object.entries(event.data as Record<string, unknown>).map(([name, value]) => [
      name,
      // A person who closed the account left no name in what others did with them.
      typeof value === "number" ? value : String(value) || (namesPerson.has(name) ? feed("someone") : ""),
    ]),
  );
  return t.rich(event.type.replace(".", "_"), {
    ...values,
    o: (words) =>
      slug && outputId ? (
        <Anchor href={`/projects/${slug}/outputs/${outputId}` as Route} className="link">
          {words}
        </Anchor>
      ) : (
        <strong className="font-semibold">{words}</strong>
      ),
    f: (words) => <span className="font-semibold wrap-anywhere">{words}</span>,
  });
}
