import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { openDb } from "@/db/client";
import { sendStream } from "@/server/live/send-stream";
import { Streams } from "@/server/live/streams";

/** The live streams of an instance, listening on a free port; its state is only in its process and the database. */
export async function openLiveServer(url: string, options: { beatMs?: number } = {}) {
  const db = openDb(url, { max: 4 });
  const streams = new Streams(db, options);
  const server = createServer((request, response) => void sendStream(request, response, streams));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const shut = async () => {
    await streams.close();
    server.closeAllConnections();
    server.close();
    await once(server, "close");
    await db.$client.end({ timeout: 1 });
  };
  return { db, streams, base, shut };
}

/** The time of a page that shows everything: its stream is told nothing when it is opened. */
export const nothingMissed = () => Date.now() + 60_000;

/** A browser's request for a stream. */
export const askForStream = (
  base: string,
  { person, cookie, since, lastEventId }: { person: string; cookie?: string; since?: number; lastEventId?: string },
) =>
  fetch(`${base}/api/live?${new URLSearchParams({ person, since: String(since ?? nothingMissed()) }).toString()}`, {
    headers: {
      ...(cookie === undefined ? {} : { Cookie: cookie }),
      ...(lastEventId === undefined ? {} : { "Last-Event-ID": lastEventId }),
    },
  });

/** The data of the events of a stream, one after the other; null when it has ended. */
export function eventsOf(response: Response): { next: () => Promise<string | null>; leave: () => Promise<void> } {
  const reader = (response.body ?? new ReadableStream<Uint8Array<ArrayBuffer>>()).getReader();
  const text = new TextDecoder();
  let received = "";
  const next = async (): Promise<string | null> => {
    for (;;) {
      const end = received.indexOf("\n\n");
      if (end < 0) {
        const { done, value } = await reader.read();
        if (done) return null;
        received += text.decode(value, { stream: true });
        continue;
      }
      const data = /^data: (.*)$/m.exec(received.slice(0, end))?.[1];
      received = received.slice(end + 2);
      if (data !== undefined) return data;
    }
  };
  return { next, leave: () => reader.cancel() };
}
