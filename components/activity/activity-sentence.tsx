import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ActivityEvent } from "@/domain/events";

type Props = { event: ActivityEvent; slug?: string; outputId: string | null };

/** What happened, in words; the output it happened to is a link where the reader is in its project. */
export function ActivitySentence({ event, slug, outputId }: Props) {
  const t = useTranslations("activity.sentences");
  const values = Object.fromEntries(
    Object.entries(event.data as Record<string, unknown>).map(([name, value]) => [
      name,
      typeof value === "number" ? value : String(value),
    ]),
  );
  return t.rich(event.type.replace(".", "_"), {
    ...values,
    o: (words) =>
      slug && outputId ? (
        <Link href={`/projects/${slug}/outputs/${outputId}` as Route} className="link" prefetch={false}>
          {words}
        </Link>
      ) : (
        <strong className="font-semibold">{words}</strong>
      ),
    f: (words) => <span className="font-semibold wrap-anywhere">{words}</span>,
  });
}
