import { v7 as uuid } from "uuid";
import type { PermissionTable, World } from "./world";

const values = (w: World) => ({
  title: "A guide",
  abstract: "What teachers need to know about school gardens.",
  language: "en",
  licence: "CC-BY-4.0" as const,
  versionIds: [w.approvedVersion],
  organisationIds: [w.organisation],
});

/** The rows of the permission table for public pages of outputs. */
export const publicationTable: PermissionTable = {
  "publications.form": ["U N F F F o N N N", (api, w) => api.publications.form({ outputId: w.approved })],
  "publications.preview": [
    "U N F F F + N N N",
    (api, w) => api.publications.preview({ ...values(w), outputId: w.approved }),
  ],
  "publications.publish": [
    "U N F F F o N N N",
    (api, w) => api.publications.publish({ ...values(w), id: uuid(), outputId: w.approved, agreed: true }),
  ],
  "publications.update": [
    "U N F F F o N N N",
    (api, w) =>
      api.publications.update({
        ...values(w),
        versionIds: [w.publishedVersion],
        outputId: w.published,
        revision: 1,
        agreed: true,
      }),
  ],
  "publications.withdraw": [
    "U N F F F o N N N",
    (api, w) => api.publications.withdraw({ outputId: w.published, reason: "A picture shows a child." }),
  ],
  "publications.names": ["U o o o o o o o o", (api) => api.publications.names({})],
  "publications.agree": ["U N o N N N N N N", (api, w) => api.publications.agree({ publicationId: w.publication })],
  "publications.decline": ["U N o N N N N N N", (api, w) => api.publications.decline({ publicationId: w.publication })],
};
