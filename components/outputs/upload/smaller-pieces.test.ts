import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Upload } from "tus-js-client";
import { expect, it } from "vitest";
import { isRefusedInFront, smallerPiece } from "./smaller-pieces";

const mebibyte = 1024 ** 2;

/** A tus server for one upload, behind a proxy that refuses larger bodies as nginx does. */
async function openServer(largestBody: number) {
  const received: number[] = [];
  const server = createServer((request, response) => {
    const length = Number(request.headers["content-length"] ?? 0);
    if (length > largestBody) {
      response.writeHead(413, { "Content-Type": "text/html" }).end("<h1>413 Request Entity Too Large</h1>");
      return;
    }
    response.setHeader("Tus-Resumable", "1.0.0");
    if (request.method === "POST") {
      response.writeHead(201, { Location: "/upload/1" }).end();
      return;
    }
    request.resume().on("end", () => {
      if (request.method === "PATCH") received.push(length);
      const offset = received.reduce((sum, bytes) => sum + bytes, 0);
      response.setHeader("Upload-Offset", offset);
      response.setHeader("Upload-Length", 3 * mebibyte);
      response.writeHead(request.method === "HEAD" ? 200 : 204).end();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/upload`, received, close };
}

/** Uploads 3 MiB as the queue does: each 413 of a proxy is answered with smaller pieces while there are any. */
function upload(endpoint: string): Promise<"done" | "refused"> {
  const content = Buffer.alloc(3 * mebibyte, 1);
  return new Promise((resolve, reject) => {
    const sending: Upload = new Upload(content, {
      endpoint,
      retryDelays: null,
      onSuccess: () => resolve("done"),
      onError: (error) => {
        const piece = smallerPiece(Number(sending.options.chunkSize), content.length);
        if (!isRefusedInFront(error)) reject(error);
        else if (piece === null) resolve("refused");
        else {
          sending.options.chunkSize = piece;
          sending.start();
        }
      },
    });
    sending.start();
  });
}

it.each([
  ["accepts any size", Infinity, [3 * mebibyte]],
  ["accepts 1 MiB", mebibyte, Array<number>(3).fill(mebibyte)],
  ["accepts 500 kB", 500_000, Array<number>(12).fill(mebibyte / 4)],
])("an upload through a proxy that %s is complete", async (_, largestBody, pieces) => {
  const { endpoint, received, close } = await openServer(largestBody);
  expect(await upload(endpoint)).toBe("done");
  expect(received).toEqual(pieces);
  close();
});

it("an upload through a proxy that accepts less than the smallest piece is refused", async () => {
  const { endpoint, received, close } = await openServer(100_000);
  expect(await upload(endpoint)).toBe("refused");
  expect(received).toEqual([]);
  close();
});
