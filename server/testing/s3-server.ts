import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

interface StoredObject {
  body: Buffer;
  metadata: Record<string, string>;
}
type Parts = Map<number, { body: Buffer; tag: string }>;

class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }
}

const partsPerPage = 2;
const leastPart = 5 * 1024 ** 2;
const tagOf = (body: Buffer) => `"${createHash("md5").update(body).digest("hex")}"`;

/**
 * The part of S3 that the storage needs, in memory, as documented by Amazon: multipart uploads with a paged list of
 * parts, the minimum size of a part, ranges, errors for missing objects. Like older stores, it refuses trailing
 * checksums.
 */
export async function openS3Server(bucket: string) {
  const objects = new Map<string, StoredObject>();
  let received = 0;
  const uploads = new Map<string, { key: string; metadata: Record<string, string>; parts: Parts }>();

  function partsOf(query: URLSearchParams, key: string): { id: string; parts: Parts } {
    const id = query.get("uploadId") ?? "";
    const upload = uploads.get(id);
    if (upload?.key !== key) throw new Refusal(404, "NoSuchUpload");
    return { id, parts: upload.parts };
  }

  function listParts(parts: Parts, after: number): string {
    const all = [...parts].sort(([one], [other]) => one - other).filter(([number]) => number > after);
    const page = all.slice(0, partsPerPage);
    const lines = page.map(
      ([number, { body, tag }]) =>
        `<Part><PartNumber>${number}</PartNumber><ETag>${tag}</ETag><Size>${body.length}</Size></Part>`,
    );
    const next = `<NextPartNumberMarker>${page.at(-1)?.[0] ?? 0}</NextPartNumberMarker>`;
    return `<ListPartsResult><IsTruncated>${all.length > page.length}</IsTruncated>${next}${lines.join("")}</ListPartsResult>`;
  }

  function complete(key: string, id: string, parts: Parts, wanted: string): string {
    const numbers = [...wanted.matchAll(/<PartNumber>(\d+)<\/PartNumber>/g)].map(([, number]) => Number(number));
    const bodies = numbers.map((number) => parts.get(number)?.body);
    if (bodies.length === 0 || bodies.includes(undefined)) throw new Refusal(400, "InvalidPart");
    if (bodies.slice(0, -1).some((body) => (body?.length ?? 0) < leastPart)) throw new Refusal(400, "EntityTooSmall");
    const body = Buffer.concat(bodies.filter((one) => one !== undefined));
    objects.set(key, { body, metadata: uploads.get(id)?.metadata ?? {} });
    uploads.delete(id);
    return `<CompleteMultipartUploadResult><Key>${key}</Key></CompleteMultipartUploadResult>`;
  }

  function send(request: IncomingMessage, response: ServerResponse, key: string): void {
    const found = objects.get(key);
    if (found === undefined) throw new Refusal(404, request.method === "HEAD" ? "NotFound" : "NoSuchKey");
    for (const [name, value] of Object.entries(found.metadata)) response.setHeader(name, value);
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "");
    const body = range ? found.body.subarray(Number(range[1]), Number(range[2]) + 1) : found.body;
    response.writeHead(range ? 206 : 200, { "Content-Length": body.length, ETag: tagOf(found.body) });
    response.end(request.method === "HEAD" ? undefined : body);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = new URL(request.url ?? "/", "http://s3");
    const [, inBucket, key = ""] = address.pathname.split("/");
    const { searchParams: query } = address;
    const body = await buffer(request);
    received += body.length;
    if (!/^AWS4-HMAC-SHA256 Credential=key\//.test(request.headers.authorization ?? "")) {
      throw new Refusal(403, "AccessDenied");
    }
    if (inBucket !== bucket) throw new Refusal(404, "NoSuchBucket");
    if (request.headers["x-amz-trailer"] !== undefined) throw new Refusal(501, "NotImplemented");
    const metadata = Object.fromEntries(
      Object.entries(request.headers).flatMap(([name, value]) =>
        name.startsWith("x-amz-meta-") ? [[name, String(value)]] : [],
      ),
    );
    const operation = `${request.method ?? ""}${query.has("uploads") ? " begin" : query.has("uploadId") ? " upload" : ""}`;
    if (operation === "POST begin") {
      const id = randomUUID();
      uploads.set(id, { key, metadata, parts: new Map() });
      response.end(
        `<InitiateMultipartUploadResult><Key>${key}</Key><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
      );
    } else if (operation === "PUT upload") {
      partsOf(query, key).parts.set(Number(query.get("partNumber")), { body, tag: tagOf(body) });
      response.setHeader("ETag", tagOf(body)).end();
    } else if (operation === "GET upload") {
      response.end(listParts(partsOf(query, key).parts, Number(query.get("part-number-marker") ?? 0)));
    } else if (operation === "POST upload") {
      const { id, parts } = partsOf(query, key);
      response.end(complete(key, id, parts, body.toString()));
    } else if (operation === "DELETE upload") {
      uploads.delete(partsOf(query, key).id);
      response.writeHead(204).end();
    } else if (operation === "PUT") {
      objects.set(key, { body, metadata });
      response.setHeader("ETag", tagOf(body)).end();
    } else if (operation === "DELETE") {
      objects.delete(key);
      response.writeHead(204).end();
    } else if (key === "" && operation === "HEAD") response.end();
    else if (operation === "GET" || operation === "HEAD") send(request, response, key);
    else throw new Refusal(501, "NotImplemented");
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((problem: unknown) => {
      const { status, code } = problem instanceof Refusal ? problem : new Refusal(500, "InternalError");
      const body = request.method === "HEAD" ? undefined : `<Error><Code>${code}</Code></Error>`;
      response.writeHead(status, { "Content-Type": "application/xml" }).end(body);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keys: () => [...objects.keys()].sort(),
    uploadsUnderWay: () => uploads.size,
    receivedBytes: () => received,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
