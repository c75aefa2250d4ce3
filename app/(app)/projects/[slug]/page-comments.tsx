import { CommentSection, type OpenComment } from "@/components/comments/comment-section";
import type { MakeTask } from "@/components/tasks/make-task";
import { ClientMessages } from "@/components/shared/client-messages";
import type { CommentSubject } from "@/domain/comments";
import { idInput } from "@/domain/schemas/input";
import { orNotFound, serverApi } from "@/server/trpc/rsc";

type Search = Record<string, string | string[] | undefined>;

const textIn = (search: Search, name: string) => {
  const value = search[name];
  return typeof value === "string" ? value : undefined;
};

function openIn(search: Search): OpenComment | null {
  for (const part of ["reply", "edit", "remove", "earlier", "ask"] as const) {
    const id = idInput.safeParse(search[part]);
    if (id.success) return { part, id: id.data };
  }
  return null;
}

type Props = {
  subject: CommentSubject;
  path: string;
  search: Search;
  /** The form that makes a task of a text; without it comments offer none. */
  makeTask?: MakeTask | null;
};

/** The comments on the subject of a page, with the form or the earlier texts that its address opens. */
export async function PageComments({ subject, path, search, makeTask = null }: Props) {
  const api = await serverApi();
  const cursor = textIn(search, "comments");
  const open = openIn(search);
  const [comments, earlier] = await Promise.all([
    api.comments.list({ subject, cursor }),
    open?.part === "earlier"
      ? orNotFound(api.comments.versions({ commentId: open.id, cursor: textIn(search, "texts") }))
      : null,
  ]);
  return (
    <ClientMessages of={["comments.form", "comments.actions"]}>
      <CommentSection
        subject={subject}
        comments={comments}
        path={path}
        cursor={cursor}
        open={open}
        earlier={earlier}
        makeTask={makeTask}
      />
    </ClientMessages>
  );
}
