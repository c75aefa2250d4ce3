import { useTranslations } from "next-intl";
import { Chip } from "../ui/chip";
import { Ago } from "../ui/date-time";

type Comment = {
  id: string;
  text: string;
  createdAt: Date;
  /** Null for a closed account. */
  author: string | null;
  organisation: { shortName: string; country: string; hue: number };
};

/** Comments in the given order. */
export function CommentList({ comments }: { comments: readonly Comment[] }) {
  const t = useTranslations("comments");
  if (comments.length === 0) return <p className="text-ink-soft">{t("empty")}</p>;
  return (
    <ol className="divide-line border-line divide-y border-y">
      {comments.map((comment) => (
        <li key={comment.id} className="grid gap-1 py-3">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Chip {...comment.organisation} name={comment.organisation.shortName} />
            <bdi className="font-semibold">{comment.author ?? t("former")}</bdi>
            <span className="text-ink-soft text-sm">
              <Ago value={comment.createdAt} />
            </span>
          </p>
          <p dir="auto" className="max-w-prose whitespace-pre-line wrap-anywhere">
            {comment.text}
          </p>
        </li>
      ))}
    </ol>
  );
}
