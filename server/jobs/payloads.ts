import { z } from "zod";

/** What each job carries. A job is checked against its shape again when it runs: it may be older than the program. */
export const payloads = {
  notify: z.object({ activityId: z.string() }),
  send_mail: z.object({
    /** One mail per cause and address, however often the job runs. */
    dedupeKey: z.string(),
    template: z.string(),
    address: z.string(),
    personId: z.string().nullish(),
    locale: z.string(),
    props: z.record(z.string(), z.unknown()),
  }),
  /** Looks up the account of an address and sends it a link; the request itself must not show whether there is one. */
  mail_link: z.object({
    tokenId: z.uuid(),
    purpose: z.enum(["reset", "sign_in"]),
    template: z.enum(["reset", "sign_in", "identity"]),
    address: z.string(),
  }),
  purge_uploads: z.object({}),
  erase_blob: z.object({ blobId: z.uuid() }),
  expire_invitations: z.object({}),
  remind: z.object({}),
  tidy: z.object({}),
};

export type JobName = keyof typeof payloads;
export type Payload<N extends JobName> = z.output<(typeof payloads)[N]>;
