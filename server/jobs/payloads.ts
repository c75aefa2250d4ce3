import { z } from "zod";

/** The payload of each job. It is validated again when the job runs, because an older release may have enqueued it. */
export const payloads = {
  notify: z.object({ activityId: z.string() }),
  send_mail: z.object({
    /** One e-mail per key, however often the job runs. */
    dedupeKey: z.string(),
    template: z.string(),
    address: z.string(),
    personId: z.string().nullish(),
    locale: z.string(),
    props: z.record(z.string(), z.unknown()),
  }),
  /**
   * Looks up the account of an address and sends it a link; the request itself must not show whether there is an
   * account.
   */
  mail_link: z.object({
    tokenId: z.uuid(),
    purpose: z.enum(["reset", "sign_in"]),
    template: z.enum(["reset", "sign_in", "identity"]),
    address: z.string(),
  }),
  /** Tells a person that a comment mentions them. `name` is the subject of the comment as it was called then. */
  mail_mention: z.object({
    commentId: z.uuid(),
    personId: z.uuid(),
    path: z.string(),
    name: z.string(),
    project: z.string(),
  }),
  /** Tells an organisation what it owes and is late. `day` is that of the reminder. */
  mail_late: z.object({ projectId: z.uuid(), organisationId: z.uuid(), day: z.iso.date() }),
  mail_reports: z.object({}),
  make_digests: z.object({}),
  tell_followers: z.object({}),
  make_weekly: z.object({}),
  count_pages: z.object({}),
  purge_uploads: z.object({}),
  erase_blob: z.object({ blobId: z.uuid() }),
  expire_invitations: z.object({}),
  publish_replications: z.object({}),
  remind: z.object({}),
  seal_activity: z.object({}),
  tidy: z.object({}),
};

export type JobName = keyof typeof payloads;
export type Payload<N extends JobName> = z.output<(typeof payloads)[N]>;
