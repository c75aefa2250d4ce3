import type { IncomingMessage } from "node:http";
import type { Db } from "@/db/client";
import { actLinkHeader } from "@/domain/act-links";
import type { Actor } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { contentHashHeader } from "@/domain/outputs";
import { pagePersonHeader, requirePagePerson } from "@/domain/page-person";
import { findUploader, type Uploader } from "@/server/act-links/queries/find-uploader";
import { actorFromCookieHeader } from "@/server/auth/session";
import { limitMisses } from "@/server/rate-limit";
import { clientIp } from "@/server/request";

/**
 * Who sends a request from which network, for whom their page was rendered, the hash of the file that the upload must
 * have, and the token of a link of an e-mail.
 */
export type Caller = Record<"cookie" | "pagePerson" | "sha256" | "link", string | null | undefined> & {
  network: string;
};

/** Who uploads; with a link of an e-mail only to its output. */
export type Sender = { actor: Actor; link: Uploader | null };

export const callerOf = ({ headers }: Pick<Request, "headers">): Caller => ({
  cookie: headers.get("cookie"),
  pagePerson: headers.get(pagePersonHeader),
  sha256: headers.get(contentHashHeader),
  link: headers.get(actLinkHeader),
  network: clientIp(headers),
});

export const callerOfMessage = ({ headers }: IncomingMessage): Caller => ({
  cookie: headers.cookie,
  pagePerson: headers[pagePersonHeader]?.toString(),
  sha256: headers[contentHashHeader]?.toString(),
  link: headers[actLinkHeader]?.toString(),
  network: clientIp({ get: (name) => headers[name]?.toString() ?? null }),
});

/** The person of a link, else of the session. Errors: act_link.invalid, rate.limited, forbidden, person.other. */
export async function findSender(db: Db, { cookie, pagePerson, link: token, network }: Caller): Promise<Sender> {
  if (token) {
    // Each piece of a file is sent with the token, so that only those that do not work are counted.
    const link = await limitMisses("actLinkIp", network, () => findUploader(db, new Date(), token));
    if (link === null) throw new DomainError("act_link.invalid");
    return { actor: link.actor, link };
  }
  const actor = await actorFromCookieHeader(db, cookie, new Date());
  if (actor === null) throw new DomainError("forbidden");
  requirePagePerson(pagePerson, actor);
  return { actor, link: null };
}
