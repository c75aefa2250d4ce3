import type { IncomingMessage, ServerResponse } from "node:http";
import type { Db } from "@/db/client";
import { DomainError } from "@/domain/errors";
import { actorFromCookieHeader } from "@/server/auth/session";
import { log } from "@/server/log";
import { findInList } from "@/server/programme/list/find";
import { listLimits, UnreadableList } from "@/server/programme/list/problem";
import { limit } from "@/server/rate-limit";

export const officialListPath = "/upload/official-list";
const longestWanted = 200;

function answer(response: ServerResponse, status: number, body: object): void {
  if (response.destroyed || response.headersSent) return;
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Cache-Control": "no-store",
    ...(status === 200 ? {} : { Connection: "close" }),
  });
  response.end(text);
}

/** A client does not read the response while it sends: the rest of the body is drained before the response. */
async function drain(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return;
  await new Promise<void>((resolve) => {
    request.once("end", resolve).once("close", resolve).once("error", resolve);
    request.resume();
  });
}

const isGone = (request: IncomingMessage): boolean => request.destroyed && !request.complete;

/** The search text of the address. */
function wantedIn(request: IncomingMessage): string {
  const { searchParams } = new URL(request.url ?? "/", "http://localhost");
  return (searchParams.get("wanted") ?? "").slice(0, longestWanted);
}

/**
 * Searches the Commission's list of projects while it is uploaded, for a signed-in person; stores nothing. Returns the
 * matching projects; another file is refused with the reason.
 */
export async function receiveOfficialList(request: IncomingMessage, response: ServerResponse, db: Db): Promise<void> {
  if (request.method !== "POST") {
    answer(response, 405, { problem: "unknown" });
    return;
  }
  const actor = await actorFromCookieHeader(db, request.headers.cookie, new Date());
  if (actor === null) {
    answer(response, 401, { problem: "person.signed_out" });
    return;
  }
  try {
    await limit("lists", actor.personId);
    if (Number(request.headers["content-length"] ?? 0) > listLimits.fileBytes) throw new UnreadableList("too_large");
    const found = await findInList(request.iterator({ destroyOnReturn: false }), wantedIn(request));
    await drain(request);
    answer(response, 200, found);
  } catch (problem) {
    if (isGone(request)) return;
    if (problem instanceof DomainError) answer(response, 429, { problem: problem.code, params: problem.data });
    else if (problem instanceof UnreadableList) {
      if (problem.problem !== "too_large") await drain(request);
      answer(response, 422, { problem: problem.problem });
    } else {
      log.error({ err: problem }, "An official list could not be read.");
      answer(response, 500, { problem: "unknown" });
    }
  }
}
