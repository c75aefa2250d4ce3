import type { Db } from "@/db/client";
import type { Actor } from "@/domain/actor";

/** The session of a request, and when its person last proved who they are. */
export type Session = { id: string; verifiedAt: Date };

/** What every command and query receives; the HTTP request itself does not reach them. */
export type Context = {
  db: Db;
  actor: Actor | null;
  /** The session of a request; jobs and the demo act without one. */
  session?: Session | undefined;
  now: Date;
  ip: string;
  locale: string;
};

/** The context of a signed-in person. */
export type MemberContext = Context & { actor: Actor };
