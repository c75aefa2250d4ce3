import { v7 as uuid } from "uuid";
import { aPracticeContent } from "./practice-content";
import type { PermissionTable } from "./world";

/** The rows of the permission table for good practices, which the partner shares. */
export const practiceTable: PermissionTable = {
  "practices.list": ["U N o o o o N N N", (api, w) => api.practices.list({ slug: w.slug })],
  "practices.get": ["U N + + + + N N N", (api, w) => api.practices.get({ practiceId: w.practice })],
  "practices.draft": [
    "U N F + + + N N N",
    (api, w) => api.practices.draft({ id: uuid(), projectId: w.project, ...aPracticeContent() }),
  ],
  "practices.update": [
    "U N F + + + N N N",
    (api, w) => api.practices.update({ practiceId: w.practice, revision: 1, ...aPracticeContent() }),
  ],
  "practices.deleteDraft": ["U N F o o o N N N", (api, w) => api.practices.deleteDraft({ practiceId: w.practice })],
  "practices.submit": ["U N F o o o N N N", (api, w) => api.practices.submit({ practiceId: w.practice })],
  "practices.publish": [
    "U N F F F o N N N",
    (api, w) => api.practices.publish({ practiceId: w.submitted, revision: 1 }),
  ],
  "practices.return": [
    "U N F F F o N N N",
    (api, w) => api.practices.return({ practiceId: w.submitted, reason: "Not yet." }),
  ],
  "practices.withdraw": [
    "U N F F F o N N N",
    (api, w) => api.practices.withdraw({ practiceId: w.publicPractice, reason: "A photo shows a pupil." }),
  ],
  "practices.setContact": [
    "U N F o o o N N N",
    (api, w) => api.practices.setContact({ practiceId: w.practice, agreed: true }),
  ],
  "practices.translate": [
    "U N F o o o N N N",
    (api, w) =>
      api.practices.translate({
        ...{ id: uuid(), practiceId: w.practice, language: "pl", origin: "human" },
        texts: { title: "Dni otwarte" },
      }),
  ],
  "practices.translation": [
    "U N o o o o N N N",
    (api, w) => api.practices.translation({ practiceId: w.practice, language: "pl" }),
  ],
  "practices.translations": ["U N o o o o N N N", (api, w) => api.practices.translations({ practiceId: w.practice })],
  "practices.setPublishers": [
    "U N F F F o F F N",
    (api, w) => api.practices.setPublishers({ projectId: w.project, ownersPublish: true }),
  ],
};
