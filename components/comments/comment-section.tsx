import type { Route } from "next";
import type { ReactNode } from "react";
import { useTranslations } from "@/messages/use-translations";
import { type CommentSubject, type CommentVisibility, replyVisibilities } from "@/domain/comments";
import { pageAddress } from "../shared/page-address";
import { Pager } from "../shared/pager";
import { Section } from "../shared/section";
import { StatusBadge } from "../ui/status-badge";
import { CommentForm } from "./comment-form";
import { RemoveComment } from "./comment-actions";
import { type Comment, CommentItem, type CommentPart } from "./comment-item";
import { EarlierTexts, type Earlier } from "./earlier-texts";
import { EditComment } from "./edit-comment";

/** What is open on the page: a form of a comment, or its earlier texts. */
export type OpenComment = { part: CommentPart; id: string };

type Props = {
  subject: CommentSubject;
  comments: {
    items: readonly Comment[];
    nextCursor: string | null;
    can: { add: boolean; visibilities: readonly CommentVisibility[] };
  };
  /** The address of the page, and the cursor of the comments in it. */
  path: string;
  cursor: string | undefined;
  open: OpenComment | null;
  earlier: Earlier | null;
  /** The form that makes a task of a text; null for those who may not ask for something. */
  makeTask: ((text: string, next: Route) => ReactNode) | null;
};

const threadOf = (comment: Comment) => comment.replyTo ?? comment.id;

/** Comments by thread, as they are ordered in the list. */
function threads(comments: readonly Comment[]): Comment[][] {
  const found: Comment[][] = [];
  for (const comment of comments) {
    const last = found.at(-1);
    const first = last?.[0];
    if (last && first && threadOf(first) === threadOf(comment)) last.push(comment);
    else found.push([comment]);
  }
  return found;
}

/** The section of a page with the comments on its subject. Messages: `comments.form` and `comments.actions`. */
export function CommentSection({ subject, comments, path, cursor, open, earlier, makeTask }: Props) {
  const t = useTranslations("comments");
  const here = (parts: Record<string, string | undefined> = {}, at?: string) =>
    pageAddress(path, { comments: cursor, ...parts }, at);
  const isOpen = (part: CommentPart, { id }: Comment) => open?.part === part && open.id === id;
  const item = (comment: Comment) => (
    <CommentItem
      key={comment.id}
      comment={comment}
      type={subject.type}
      mayComment={comments.can.add}
      mayAsk={makeTask !== null}
      hrefOf={(part) => here({ [part]: comment.id }, `comment-${comment.id}`)}
      editing={
        isOpen("edit", comment) && comment.mine && comment.removedAt === null ? (
          <EditComment comment={comment} next={here()} />
        ) : undefined
      }
      below={
        isOpen("reply", comment) && comments.can.add ? (
          <div className="max-w-2xl pt-2">
            <CommentForm
              subject={subject}
              replyTo={comment.id}
              visibilities={replyVisibilities(comment.visibility)}
              next={here()}
            />
          </div>
        ) : isOpen("remove", comment) && comment.mine && comment.removedAt === null ? (
          <RemoveComment commentId={comment.id} next={here()} />
        ) : isOpen("ask", comment) && makeTask !== null && comment.removedAt === null ? (
          makeTask(comment.text, here({}, `comment-${comment.id}`))
        ) : isOpen("earlier", comment) && earlier ? (
          <EarlierTexts
            earlier={earlier}
            hide={here({}, `comment-${comment.id}`)}
            older={
              earlier.nextCursor
                ? here({ earlier: comment.id, texts: earlier.nextCursor }, `comment-${comment.id}`)
                : null
            }
          />
        ) : undefined
      }
    />
  );
  return (
    <Section title={t("title")} id="comments" className="max-w-3xl">
      {comments.items.length === 0 ? <p className="text-ink-soft">{t("empty")}</p> : null}
      <ol className="divide-line divide-y">
        {threads(comments.items).map((thread) => {
          const [first, ...replies] = thread;
          if (!first) return null;
          const begins = first.replyTo === null;
          const shown = begins ? replies : thread;
          return (
            <li key={threadOf(first)} className="grid grid-cols-[minmax(0,1fr)] gap-2 py-3">
              {first.resolvedAt ? (
                <div>
                  <StatusBadge tone="approved">{t("resolved")}</StatusBadge>
                </div>
              ) : null}
              {begins ? item(first) : <p className="text-ink-soft text-sm">{t("continued")}</p>}
              {shown.length > 0 ? (
                <div className="border-line ms-2 grid grid-cols-[minmax(0,1fr)] gap-2 sm:ms-4 border-s-2 ps-2">
                  {shown.map(item)}
                </div>
              ) : null}
            </li>
          );
        })}
      </ol>
      <Pager
        next={comments.nextCursor ? pageAddress(path, { comments: comments.nextCursor }, "comments") : null}
        first={cursor ? (`${path}#comments` as Route) : null}
      />
      {comments.can.add ? (
        <div className="mt-6 max-w-2xl">
          <CommentForm subject={subject} visibilities={comments.can.visibilities} next={path} />
        </div>
      ) : null}
    </Section>
  );
}
