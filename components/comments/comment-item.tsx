import type { Route } from "next";
import { useLocale } from "next-intl";
import { useTranslations } from "@/messages/use-translations";
import type { ReactNode } from "react";
import type { CommentSubjectType, CommentVisibility } from "@/domain/comments";
import { Chip } from "../ui/chip";
import { cn } from "../ui/cn";
import { Ago } from "../ui/date-time";
import { TextLink } from "../ui/text-link";
import { ResolveButton } from "./comment-actions";
import { CommentReaders } from "./comment-readers";

/** What a link opens at a comment; one at a time, so that a page holds no form for each of its comments. */
export type CommentPart = "reply" | "edit" | "remove" | "earlier" | "ask";

export type Comment = {
  id: string;
  /** Empty for a removed comment. */
  text: string;
  visibility: CommentVisibility;
  /** Null for a closed account. */
  author: string | null;
  mine: boolean;
  organisation: { shortName: string; country: string; hue: number };
  openedBy: string | null;
  mentions: readonly { id: string; name: string }[];
  revision: number;
  createdAt: Date;
  editedAt: Date | null;
  resolvedAt: Date | null;
  resolver: string | null;
  removedAt: Date | null;
  replyTo: string | null;
};

type Props = {
  comment: Comment;
  type: CommentSubjectType;
  /** The address of the page with one of its parts open at this comment. */
  hrefOf: (part: CommentPart) => Route;
  mayComment: boolean;
  mayAsk: boolean;
  /** The form or the earlier texts that are open, in place of the text or below it. */
  editing?: ReactNode;
  below?: ReactNode;
};

/** One comment: who wrote it, who can read it, its text, and what the reader can do with it. */
export function CommentItem({ comment, type, hrefOf, mayComment, mayAsk, editing, below }: Props) {
  const t = useTranslations("comments");
  const locale = useLocale();
  const names = comment.mentions.map(({ name }) => name);
  const removed = comment.removedAt !== null;
  return (
    <article
      id={`comment-${comment.id}`}
      className={cn(
        "grid min-w-0 scroll-mt-20 grid-cols-[minmax(0,1fr)] gap-1.5 rounded-md px-3 py-3",
        comment.visibility !== "everyone" && "border-due bg-due-soft border-s-4",
      )}
    >
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Chip {...comment.organisation} name={comment.organisation.shortName} />
        <bdi className="font-semibold">{comment.author ?? t("former")}</bdi>
        <span className="text-ink-soft text-sm">
          <Ago value={comment.createdAt} />
        </span>
        <CommentReaders
          type={type}
          visibility={comment.visibility}
          organisation={comment.organisation.shortName}
          openedBy={comment.openedBy}
        />
        {comment.editedAt && !removed ? (
          <TextLink href={hrefOf("earlier")} className="text-sm">
            {t("edited")}
          </TextLink>
        ) : null}
      </p>
      {removed ? <p className="text-ink-soft italic">{t("removed")}</p> : null}
      {!removed && editing === undefined ? (
        <p dir="auto" className="max-w-prose whitespace-pre-line wrap-anywhere">
          {comment.text}
        </p>
      ) : null}
      {editing}
      {names.length > 0 ? (
        <p className="text-ink-soft text-sm">
          {t("mentioned", { names: new Intl.ListFormat(locale, { type: "unit" }).format(names) })}
        </p>
      ) : null}
      {comment.resolvedAt ? (
        <p className="text-ink-soft text-sm">
          {t.rich("resolvedBy", {
            person: comment.resolver ?? t("former"),
            when: () => <Ago value={comment.resolvedAt ?? comment.createdAt} />,
          })}
        </p>
      ) : null}
      <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-1">
        {mayComment ? (
          <TextLink href={hrefOf("reply")} className="text-sm">
            {t("reply")}
          </TextLink>
        ) : null}
        {mayComment && comment.mine && !removed ? (
          <TextLink href={hrefOf("edit")} className="text-sm">
            {t("edit")}
          </TextLink>
        ) : null}
        {mayComment && comment.replyTo === null ? (
          <ResolveButton commentId={comment.id} resolved={comment.resolvedAt !== null} />
        ) : null}
        {mayAsk && !removed ? (
          <TextLink href={hrefOf("ask")} className="text-sm">
            {t("makeTask")}
          </TextLink>
        ) : null}
        {comment.mine && !removed ? (
          <TextLink href={hrefOf("remove")} className="text-sm">
            {t("remove")}
          </TextLink>
        ) : null}
      </div>
      {below}
    </article>
  );
}
