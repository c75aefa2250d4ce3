import { v7 as uuid } from "uuid";
import type { PermissionTable } from "./world";

/** The procedures of comments, as in permission-table.ts; the comment is that of a partner's manager on a submission. */
export const commentTable: PermissionTable = {
  "comments.list": [
    "U N o o o o N o N",
    (api, w) => api.comments.list({ subject: { type: "submission", id: w.submission } }),
  ],
  "comments.versions": ["U N o o o o N o N", (api, w) => api.comments.versions({ commentId: w.comment })],
  "comments.readers": [
    "U N o o o o N o N",
    (api, w) => api.comments.readers({ subject: { type: "submission", id: w.submission }, visibility: "everyone" }),
  ],
  "comments.add": [
    "U N F o o o N o N",
    (api, w) =>
      api.comments.add({
        id: uuid(),
        subject: { type: "submission", id: w.submission },
        text: "A comment.",
        visibility: "everyone",
        replyTo: w.comment,
        mentions: [w.reviewer],
      }),
  ],
  "comments.edit": [
    "U N F F o F N F N",
    (api, w) => api.comments.edit({ id: uuid(), commentId: w.comment, text: "A comment.", revision: 1 }),
  ],
  "comments.resolve": ["U N F o o o N o N", (api, w) => api.comments.resolve({ commentId: w.comment })],
  "comments.reopen": ["U N F o o o N o N", (api, w) => api.comments.reopen({ commentId: w.comment })],
  "comments.remove": ["U N F F o F N F N", (api, w) => api.comments.remove({ commentId: w.comment })],
};
