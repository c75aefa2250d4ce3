import type { IncomingMessage, ServerResponse } from "node:http";
import { ERRORS, EVENTS, Server, type Locker, type Upload } from "@tus/server";
import { eq } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { v7 as uuid } from "uuid";
import { z } from "zod";
import type { Db } from "@/db/client";
import { attachments, fileVersions, uploads } from "@/db/schema";
import { DomainError, errorCodes, type ErrorCode } from "@/domain/errors";
import { attachmentMetadata, type AttachmentMetadata } from "@/domain/schemas/attachments";
import { uploadMetadata, type UploadMetadata } from "@/domain/schemas/outputs";
import { markUsed } from "@/server/act-links/queries/find-uploader";
import type { MemberContext } from "@/server/context";
import { kinds } from "@/server/refusal";
import { log } from "@/server/log";
import { limit } from "@/server/rate-limit";
import { asUnavailable } from "@/server/unavailable";
import { HashingStore, isDiskFull } from "./hashing-store";
import { receivePiece } from "./receive";
import type { NewUpload } from "@/server/uploads/reserve-upload";
import type { Content, Storage } from "./storage";
import { type Caller, callerOf, callerOfMessage, findSender, type Sender } from "./upload-sender";

export const uploadPath = "/upload";
const keepDays = 7;
const unknownProblem = JSON.stringify({ problem: "unknown", params: {} });

const anyMetadata = z.union([uploadMetadata, attachmentMetadata]);
type Metadata = UploadMetadata | AttachmentMetadata;

/** What an upload may belong to, and what becomes of it. */
export interface UploadRules {
  begin: (ctx: MemberContext, upload: Metadata & NewUpload) => Promise<void>;
  finish: (
    ctx: MemberContext,
    upload: Metadata & Content & { versionId: string; sizeBytes: number },
  ) => Promise<{ versionId: string }>;
}

type UploadRow = typeof uploads.$inferSelect;

function metadataOf({ outputId, practiceId, replicationId, name, language, note }: UploadRow): Metadata {
  if (outputId !== null) return { outputId, name, language, note };
  if (practiceId !== null) return { practiceId, name };
  if (replicationId !== null) return { replicationId, name };
  throw new DomainError("file.not_found");
}

/** tus clients retry after a 409, which means a wrong offset; other conflicts are sent as 422. */
const statusOf = (code: ErrorCode) => (errorCodes[code] === "conflict" ? 422 : kinds[errorCodes[code]].status);

/** The response to a refused upload: the client stops retrying and shows the message of `problem`. */
function refusal(problem: unknown): { status_code: number; body: string } | undefined {
  const known = isDiskFull(problem)
    ? new DomainError("file.disk_full")
    : problem instanceof DomainError
      ? problem
      : asUnavailable(problem);
  if (known === undefined) return undefined;
  const body = JSON.stringify({ problem: known.code, params: known.data });
  return { status_code: statusOf(known.code), body };
}

/**
 * The response to a failed request: a refusal, an error of the library, or 500 without details, which are in the log.
 */
function answerFor(problem: unknown): { status_code: number; body: string } {
  const known = refusal(problem) ?? Object.values(ERRORS).find((one) => one === problem);
  if (!(problem instanceof DomainError) && (known === undefined || known.status_code >= 500)) {
    log.error({ err: problem }, "An upload failed.");
  }
  return known ?? { status_code: 500, body: unknownProblem };
}

export class Uploads {
  private readonly server: Server;

  constructor(
    private readonly db: Db,
    private readonly storage: Storage,
    private readonly locker: Locker,
    private readonly rules: UploadRules,
  ) {
    this.server = new Server({
      path: uploadPath,
      datastore: storage.incoming,
      locker,
      relativeLocation: true,
      respectForwardedHeaders: false,
      allowedOrigins: () => false,
      disableTerminationForFinishedUploads: true,
      namingFunction: () => uuid(),
      onUploadCreate: async (request, upload) => ({
        metadata: await this.begin(callerOf(request), upload),
      }),
      onIncomingRequest: async (request, id) => {
        // A new upload has no row yet; onUploadCreate checks its person.
        if (request.method !== "POST") await this.own(callerOf(request), id);
      },
      onUploadFinish: async (request, upload) => {
        const caller = callerOf(request);
        const { row, sender } = await this.own(caller, upload.id);
        const versionId = await this.finish(row, sender, caller);
        return { headers: { "X-Consorta-Version": versionId } };
      },
      // By default the library sends the message of the error, which may hold SQL and its values.
      onResponseError: (_request, problem) => answerFor(problem),
    });
    this.server.on(EVENTS.POST_TERMINATE, (_request, _response, id) => {
      db.delete(uploads)
        .where(eq(uploads.id, id))
        .catch((problem: unknown) => {
          log.error({ err: problem }, "An ended upload could not be forgotten.");
        });
    });
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const id = (request.url ?? "").slice(uploadPath.length + 1).split("?")[0] ?? "";
    if (request.method === "HEAD" && (await this.answerWhole(request, response, id))) return;
    const { incoming } = this.storage;
    if (request.method === "PATCH" && incoming instanceof HashingStore) {
      await this.receive(request, response, id, incoming).catch((problem: unknown) => {
        this.refuse(response, problem);
      });
      return;
    }
    await this.server.handle(request, response);
  }

  private async receive(request: IncomingMessage, response: ServerResponse, id: string, store: HashingStore) {
    const caller = callerOfMessage(request);
    const { row, sender } = await this.own(caller, id);
    const requestRelease = () => void request.destroy();
    await this.withLock(id, requestRelease, async () => {
      const offset = await receivePiece(request, response, { id, size: row.sizeBytes }, store);
      if (offset === null) return;
      const done = offset === row.sizeBytes ? { "X-Consorta-Version": await this.finish(row, sender, caller) } : {};
      response.writeHead(204, {
        "Tus-Resumable": "1.0.0",
        "Upload-Offset": offset,
        "Cache-Control": "no-store",
        ...done,
      });
      response.end();
    }).catch(async (problem: unknown) => {
      if (isDiskFull(problem)) await this.forget(row);
      throw problem;
    });
  }

  /** Runs `work` with the lock of the upload, which holds across instances. */
  private async withLock<T>(id: string, requestRelease: () => void, work: () => Promise<T>): Promise<T> {
    const lock = this.locker.newLock(id);
    await lock.lock(new AbortController().signal, requestRelease);
    try {
      return await work();
    } finally {
      await lock.unlock();
    }
  }

  /** Deletes an upload that cannot become a version; a client that retries begins again. */
  private async forget(row: UploadRow): Promise<void> {
    if (await this.isFinished(row)) return;
    await this.storage.erase(row.id);
    await this.storage.drop(row.id);
    await this.db.delete(uploads).where(eq(uploads.id, row.id));
  }

  /** Sends a refusal of the rules or of the library in a form that the client understands. */
  private refuse(response: ServerResponse, problem: unknown): void {
    const refused = answerFor(problem);
    if (response.headersSent) return;
    response.writeHead(refused.status_code, { "Tus-Resumable": "1.0.0", Connection: "close" }).end(refused.body);
  }

  private contextOf = ({ actor, link }: Sender): MemberContext => ({
    ...{ db: this.db, actor, now: new Date(), via: link ? "email_link" : undefined },
    ...{ ip: "", locale: actor.locale },
  });

  /** The upload and the person who began it. Errors: person.other, file.not_found for everyone else. */
  private async own(caller: Caller, id: string): Promise<{ row: UploadRow; sender: Sender }> {
    const sender = await findSender(this.db, caller);
    const [row] = await this.db.select().from(uploads).where(eq(uploads.id, id));
    const isOwn = row?.personId === sender.actor.personId;
    if (!row || !isOwn || (sender.link && row.outputId !== sender.link.outputId)) {
      throw new DomainError("file.not_found");
    }
    return { row, sender };
  }

  private async begin(caller: Caller, upload: Upload): Promise<Record<string, string>> {
    const sender = await findSender(this.db, caller);
    await limit("uploads", sender.actor.personId);
    const read = anyMetadata.safeParse(upload.metadata ?? {});
    if (!read.success || upload.size === undefined) throw new DomainError("input.invalid");
    const { link } = sender;
    if (link && !("outputId" in read.data && read.data.outputId === link.outputId)) throw new DomainError("forbidden");
    const room = await this.storage.room();
    // Bytes received by unfinished uploads are part of the sizes they announced.
    const freeBytes = room === undefined ? undefined : room + (await this.storage.arrived());
    const expiresAt = new Date(Date.now() + keepDays * 24 * 60 * 60_000);
    const { id, size: sizeBytes } = upload;
    await this.rules.begin(this.contextOf(sender), { ...read.data, id, sizeBytes, expiresAt, freeBytes });
    // Names and notes are stored in the row only, not on the disk.
    return {};
  }

  private async isFinished(row: UploadRow): Promise<boolean> {
    if (row.versionId === null) return false;
    const version = this.db
      .select({ id: fileVersions.id })
      .from(fileVersions)
      .where(eq(fileVersions.id, row.versionId));
    const attachment = this.db
      .select({ id: attachments.id })
      .from(attachments)
      .where(eq(attachments.id, row.versionId));
    return (await unionAll(version, attachment)).length > 0;
  }

  /** Makes a complete upload a version. Errors: file.other_content, and those of the rules; both delete the upload. */
  private async finish(row: UploadRow, sender: Sender, { sha256 }: Caller): Promise<string> {
    const content = await this.storage.keep(row.id, row.sizeBytes);
    try {
      if (sha256 && sha256 !== content.sha256) throw new DomainError("file.other_content");
      const versionId = row.versionId ?? uuid();
      const upload = { ...metadataOf(row), versionId, sizeBytes: row.sizeBytes, ...content };
      const made = await this.rules.finish(this.contextOf(sender), upload);
      if (sender.link) await markUsed(this.db, new Date(), sender.link.linkId);
      return made.versionId;
    } catch (problem) {
      if (problem instanceof DomainError) await this.forget(row);
      throw problem;
    }
  }

  /**
   * When the server died after the last byte, the upload is complete but not yet a version; when the last response was
   * lost, the version exists. Both cases are answered here as finished.
   */
  private async answerWhole(request: IncomingMessage, response: ServerResponse, id: string): Promise<boolean> {
    const problem = await this.completed(callerOfMessage(request), id).then(
      (done) => (done === undefined ? "unfinished" : done),
      (thrown: unknown) => answerFor(thrown),
    );
    if (problem === "unfinished") return false;
    if ("status_code" in problem) {
      response.writeHead(problem.status_code, { "Tus-Resumable": "1.0.0", "Cache-Control": "no-store" }).end();
      return true;
    }
    response
      .writeHead(200, {
        "Tus-Resumable": "1.0.0",
        "Upload-Offset": problem.size,
        "Upload-Length": problem.size,
        "X-Consorta-Version": problem.versionId,
        "Cache-Control": "no-store",
      })
      .end();
    return true;
  }

  private async completed(caller: Caller, id: string) {
    const { row, sender } = await this.own(caller, id);
    if (await this.isFinished(row)) return { size: row.sizeBytes, versionId: row.versionId ?? "" };
    const state = await this.storage.incoming.getUpload(id).catch(() => undefined);
    if (state !== undefined && state.offset !== row.sizeBytes) return undefined;
    const finish = () => this.finish(row, sender, caller);
    return { size: row.sizeBytes, versionId: await this.withLock(id, () => undefined, finish) };
  }
}
