import type { IncomingMessage, ServerResponse } from "node:http";
import { db } from "@/db/client";
import { memberFromCookieHeader } from "@/server/auth/session";
import { type Stream, Streams } from "./streams";

let ofProcess: Streams | undefined;

/** The streams of this process; the first call begins to listen for signals. */
export const streams = (): Streams => (ofProcess ??= new Streams(db()));

/** A browser that reads nothing is disconnected when this much waits for it. */
const unreadAtMost = 64 * 1024;
/** After how many milliseconds browsers connect again, spread so that they do not do so at the same time. */
const retryMs = () => Math.round(2_000 + Math.random() * 3_000);

/**
 * Opens the stream of a signed-in person, for pages that were rendered for `?person=` at `?since=`; 401 for everyone
 * else. A browser that connects again sends the id of the last event instead.
 */
export async function sendStream(request: IncomingMessage, response: ServerResponse, open = streams()): Promise<void> {
  const { searchParams } = new URL(request.url ?? "/", "http://live");
  const now = new Date();
  const member = request.method === "GET" && (await memberFromCookieHeader(open.db, request.headers.cookie, now));
  if (!member || member.actor.personId !== searchParams.get("person")) {
    response.writeHead(401, { "Cache-Control": "no-store" }).end();
    return;
  }
  if (response.destroyed) return;
  const stream: Stream = {
    personId: member.actor.personId,
    sessionId: member.session.id,
    write: (text) => {
      if (response.writableLength > unreadAtMost) response.destroy();
      else response.write(text);
    },
    end: () => response.end(),
  };
  response.once("close", () => {
    open.remove(stream);
  });
  response.writeHead(200, {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-store, no-transform",
    // Asks nginx to pass on each event at once.
    "X-Accel-Buffering": "no",
    // The connection is of no use after the stream.
    Connection: "close",
  });
  response.write(`retry: ${String(retryMs())}\n\n`);
  const since = Number(request.headers["last-event-id"] ?? searchParams.get("since") ?? Number.NaN);
  await open.add(stream, since);
}
