import { v7 as uuid } from "uuid";
import { aReplicationContent } from "./a-replication";
import type { PermissionTable } from "./world";

/** The rows of the permission table for reports of trying a practice: the stranger's organisation wrote one. */
export const replicationTable: PermissionTable = {
  "attachments.get": ["U N o o o o N N N", (api, w) => api.attachments.get({ attachmentId: w.attachment })],
  "replications.list": ["o o o o o o o o o", (api, w) => api.replications.list({ practiceId: w.publicPractice })],
  "replications.mine": ["U o o o o o o o o", (api) => api.replications.mine({})],
  "replications.received": [
    "U o o o o o o o o",
    (api, w) => api.replications.received({ practiceId: w.publicPractice }),
  ],
  "replications.get": ["U o o o o o N N N", (api, w) => api.replications.get({ replicationId: w.replication })],
  "replications.draft": [
    "U o F F F F F F F",
    (api, w) =>
      api.replications.draft({
        id: uuid(),
        practiceId: w.publicPractice,
        organisationId: w.elsewhere,
        ...aReplicationContent(),
      }),
  ],
  "replications.update": [
    "U o N N N N N N N",
    (api, w) => api.replications.update({ replicationId: w.draftReplication, revision: 1, ...aReplicationContent() }),
  ],
  "replications.send": ["U o N N N N N N N", (api, w) => api.replications.send({ replicationId: w.draftReplication })],
  "replications.answer": [
    "U N F o o o N N N",
    (api, w) => api.replications.answer({ replicationId: w.replication, answer: "Thank you.", agreed: true }),
  ],
  "replications.withdraw": [
    "U o N N N N N N N",
    (api, w) => api.replications.withdraw({ replicationId: w.replication }),
  ],
};
