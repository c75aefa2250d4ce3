import type { Db } from "@/db/client";
import type { Actor } from "@/domain/actor";

/** The session of a request, and when its person last verified their identity. */
export type Session = { id: string; verifiedAt: Date };

/** What every command and query receives, instead of the HTTP request. */
export type Context = {
  db: Db;
  actor: Actor | null;
  /** The id of the person for whom the page of a write was rendered; undefined when the caller does not say. */
  pagePerson?: string | undefined;
  /** The session of a request; null for jobs and the demo. */
  session?: Session | undefined;
  /** Set when the person acts without a sign-in, by a link of an e-mail; the record says so. */
  via?: "email_link" | undefined;
  now: Date;
  ip: string;
  locale: string;
};

/** The context of a signed-in person. */
export type MemberContext = Context & { actor: Actor };
