import { z } from "zod";
import { asked, defineEvent, feedOnly, recordOnly } from "./event";

const ofReplication = z.object({
  replicationId: z.uuid(),
  practiceId: z.uuid(),
  title: z.string(),
  /** The organisation that tried it. */
  name: z.string(),
});
const page = ({ replicationId }: { replicationId: string }) => `/replications/${replicationId}`;

export const replicationEvents = {
  // In the record of the organisation that tries it: nobody else sees a draft.
  "replication.drafted": defineEvent({
    shape: z.object({ practiceId: z.uuid(), title: z.string() }),
    ...recordOnly,
    page: () => "/replications",
  }),
  "replication.sent": defineEvent({
    shape: ofReplication,
    kind: "practices",
    page,
    ...asked("practice_author", "coordinators"),
  }),
  "replication.published": defineEvent({ shape: ofReplication, kind: "practices", page, ...feedOnly }),
  "replication.withdrawn": defineEvent({ shape: ofReplication, kind: "practices", page, ...feedOnly }),
  // Told to the organisation that tried it, which is in none of the project's activities.
  "replication.answered": defineEvent({
    shape: ofReplication.extend({ answer: z.string(), agreed: z.boolean() }),
    kind: null,
    audience: ["replication_author"],
    channels: ["bell", "email"],
    asks: false,
    page,
    quote: ({ answer }) => answer,
  }),
};
