"use client";

import type { Upload } from "tus-js-client";
import { v7 as uuid } from "uuid";
import { contentHashHeader } from "@/domain/outputs";
import { pagePersonHeader } from "@/domain/page-person";
import { hashFile } from "./hash-file";
import { endsUpload, type Refusal, refusalOf, refusedInFront, responseOf } from "./refusal";
import { smallerPiece } from "./smaller-pieces";
import { fingerprintOf, isStoredFor, type StoredUpload, storedUploads, uploadToContinue } from "./stored-uploads";

export type FileDetails = { name: string; language: string; note: string };
export type UploadItem = FileDetails & {
  id: string;
  file: File;
  state: "waiting" | "checking" | "sending" | "paused" | "interrupted" | "refused" | "unchanged" | "done";
  sent: number;
  refusal: Refusal | null;
  /** A server in front refused the size of the requests, so smaller ones are sent. */
  inPieces: boolean;
  /** The id of what it became. */
  versionId: string | null;
  /** The unfinished upload of an earlier window that this one continues. */
  continues: StoredUpload | null;
};
/** An unfinished upload started in this browser; choosing the same file again resumes it. */
export type Unfinished = { key: string; fileName: string; size: number; begunAt: string };
export type QueueState = { items: readonly UploadItem[]; unfinished: readonly Unfinished[] };

/** Who uploads, and to what: `kind` is the name of its id in the metadata of the upload. */
type Target = { personId: string; kind: "outputId" | "practiceId" | "replicationId"; id: string };

const atOnce = 3;
/** After this time without progress, in milliseconds, the connection counts as lost; some cuts cause no error. */
const silence = 20_000;
const retryDelays = [0, 1_000, 3_000, 5_000, 10_000, 20_000, 30_000];
export const nothing: QueueState = { items: [], unfinished: [] };

/** The uploads of one person to one subject. It lives as long as the window, so that uploads continue on other pages. */
export class UploadQueue {
  private state: QueueState = nothing;
  private readonly listeners = new Set<() => void>();
  private readonly uploads = new Map<string, Upload>();
  private readonly prefix: string;
  private readonly silent = new Map<string, ReturnType<typeof setTimeout>>();
  /** Largest request body in bytes; smaller after a server in front refused one. */
  private pieceBytes = Infinity;

  constructor(private readonly target: Target) {
    this.prefix = `consorta:${target.personId}:${target.id}:`;
    this.state = { items: [], unfinished: this.unfinishedBeside([]) };
    window.addEventListener("online", () => {
      for (const item of this.state.items) if (item.state === "interrupted") this.resume(item.id);
    });
    window.addEventListener("offline", () => {
      for (const item of this.state.items) this.interrupt(item.id);
    });
    window.addEventListener("beforeunload", (event) => {
      if (this.state.items.some((item) => item.state === "sending" || item.state === "waiting")) event.preventDefault();
    });
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  snapshot = () => this.state;

  /**
   * Continues the unfinished upload of this file; false when there is none. Its name and language are already on the
   * server, so it needs no card.
   */
  continue(file: File): boolean {
    const continues = uploadToContinue(file, this.storedBeside(this.state.items));
    if (continues) this.add(file, detailsOf(continues), continues);
    return continues !== null;
  }

  add(file: File, details: FileDetails, continues: StoredUpload | null = null): void {
    const id = uuid();
    this.show([
      ...this.state.items,
      {
        ...{ id, file, ...details, continues },
        ...{ state: "waiting", sent: 0, refusal: null, inPieces: false, versionId: null },
      },
    ]);
    this.pump();
  }

  pause(id: string): void {
    clearTimeout(this.silent.get(id));
    this.change(id, { state: "paused" });
    void this.uploads.get(id)?.abort();
    this.pump();
  }

  resume(id: string): void {
    // Ends a lost request and the wait for the next attempt: the upload starts at once, and only once.
    void this.uploads.get(id)?.abort();
    this.change(id, { state: "waiting", refusal: null });
    this.pump();
  }

  /** Cancels an upload; bytes sent so far are erased. */
  async cancel(id: string): Promise<void> {
    const upload = this.uploads.get(id);
    this.remove(id);
    if (upload?.url) await upload.abort(true);
    this.show(this.state.items);
    this.pump();
  }

  remove(id: string): void {
    this.uploads.delete(id);
    this.show(this.state.items.filter((item) => item.id !== id));
  }

  clearDone(): void {
    this.show(this.state.items.filter((item) => item.state !== "done"));
  }

  async forget(key: string): Promise<void> {
    const stored = storedUploads(localStorage, this.prefix).find((one) => one.key === key);
    localStorage.removeItem(key);
    this.show(this.state.items);
    if (!stored?.upload.uploadUrl) return;
    const { Upload: Tus } = await import("tus-js-client");
    await Tus.terminate(stored.upload.uploadUrl, { retryDelays });
  }

  private fingerprint = (file: File): string => fingerprintOf(this.prefix, file);

  /** The stored uploads that none of these items sends. */
  private storedBeside(items: readonly UploadItem[]): StoredUpload[] {
    return storedUploads(localStorage, this.prefix).filter(
      (stored) =>
        !items.some(
          ({ file, continues }) => continues?.key === stored.key || isStoredFor(stored, this.fingerprint(file)),
        ),
    );
  }

  private unfinishedBeside(items: readonly UploadItem[]): Unfinished[] {
    return this.storedBeside(items).map(({ key, fileName, size, upload }) => ({
      key,
      fileName,
      size,
      begunAt: upload.creationTime,
    }));
  }

  private show(items: readonly UploadItem[]): void {
    this.state = { items, unfinished: this.unfinishedBeside(items) };
    for (const listener of this.listeners) listener();
  }

  private change(id: string, patch: Partial<UploadItem>): void {
    this.show(this.state.items.map((item) => (item.id === id ? { ...item, ...patch } : item)));
  }

  private stateOf = (id: string) => this.state.items.find((item) => item.id === id)?.state;

  private dropStored(url: string | null): void {
    for (const { key, upload } of storedUploads(localStorage, this.prefix)) {
      if (upload.uploadUrl === url) localStorage.removeItem(key);
    }
  }

  private pump(): void {
    const sending = this.state.items.filter(({ state }) => state === "sending" || state === "checking").length;
    const next = this.state.items.filter((item) => item.state === "waiting").slice(0, Math.max(0, atOnce - sending));
    for (const item of next) {
      this.change(item.id, { state: "sending" });
      // Without a connection the code of the tus client cannot be loaded either.
      this.send(item).catch(() => this.finishItem(item.id, { state: "interrupted" }));
    }
  }

  private async send(item: UploadItem): Promise<void> {
    const upload = this.uploads.get(item.id) ?? (await this.prepare(item));
    if (this.stateOf(item.id) === "sending") upload.start();
  }

  /**
   * The hash of a file whose date differs from that of the upload it continues: the server refuses the upload when the
   * bytes that it has are those of another file.
   */
  private async hashToCompare({ id, file, continues }: UploadItem): Promise<Record<string, string>> {
    if (!continues || continues.modified === file.lastModified) return {};
    this.change(id, { state: "checking" });
    const sha256 = await hashFile(file);
    if (this.stateOf(id) === "checking") this.change(id, { state: "sending" });
    return { [contentHashHeader]: sha256 };
  }

  private async prepare(item: UploadItem): Promise<Upload> {
    const { id, file, name, language, note, continues } = item;
    const { Upload: Tus } = await import("tus-js-client");
    const compared = await this.hashToCompare(item);
    const upload: Upload = new Tus(file, {
      endpoint: `${window.location.origin}/upload`,
      headers: { [pagePersonHeader]: this.target.personId, ...compared },
      // tus metadata has no empty values, so they are left out.
      metadata: {
        [this.target.kind]: this.target.id,
        name,
        ...(language ? { language } : {}),
        ...(note ? { note } : {}),
      },
      fingerprint: () => Promise.resolve(this.fingerprint(file)),
      removeFingerprintOnSuccess: true,
      chunkSize: this.pieceBytes,
      retryDelays,
      onShouldRetry: (error) => {
        if (responseOf(error) === null) this.interrupt(id);
        return refusalOf(error) === null;
      },
      onProgress: (sent) => this.progress(id, sent, file.size),
      onSuccess: ({ lastResponse }) => {
        const versionId = lastResponse.getHeader("X-Consorta-Version") ?? null;
        this.finishItem(id, { state: "done", sent: file.size, versionId });
      },
      onError: (error) => {
        const refusal = refusalOf(error);
        if (refusal?.code === refusedInFront && this.sendSmaller(id, upload)) return;
        const state = refusal?.code === "file.same_content" ? "unchanged" : "refused";
        if (refusal && endsUpload(refusal)) this.dropStored(upload.url);
        this.finishItem(id, refusal ? { state, refusal } : { state: "interrupted" });
      },
    });
    if (continues) upload.resumeFromPreviousUpload(continues.upload);
    this.uploads.set(id, upload);
    return upload;
  }

  /** The upload has no connection: shown as interrupted until the next progress. The client keeps trying. */
  private interrupt(id: string): void {
    if (this.stateOf(id) === "sending") this.change(id, { state: "interrupted" });
  }

  private progress(id: string, sent: number, size: number): void {
    clearTimeout(this.silent.get(id));
    // The server stores a complete file before it answers, which takes longer for a large one.
    if (sent < size)
      this.silent.set(
        id,
        setTimeout(() => this.interrupt(id), silence),
      );
    const state = this.stateOf(id);
    if (state) this.change(id, { sent, state: state === "interrupted" ? "sending" : state });
  }

  /** Continues in smaller pieces after a server in front refused the size; false when there are no smaller ones. */
  private sendSmaller(id: string, upload: Upload): boolean {
    const size = this.state.items.find((item) => item.id === id)?.file.size ?? 0;
    const piece = smallerPiece(Number(upload.options.chunkSize), size);
    if (piece === null) return false;
    this.pieceBytes = Math.min(this.pieceBytes, piece);
    upload.options.chunkSize = piece;
    this.change(id, { inPieces: true });
    upload.start();
    return true;
  }

  private finishItem(id: string, patch: Partial<UploadItem>): void {
    clearTimeout(this.silent.get(id));
    if (patch.state !== "interrupted") this.uploads.delete(id);
    this.change(id, patch);
    this.pump();
  }
}

function detailsOf({ upload }: StoredUpload): FileDetails {
  const { name = "", language = "", note = "" } = upload.metadata;
  return { name, language, note };
}

const queues = new Map<string, UploadQueue>();

/**
 * The queue of this window for a subject. Only in the browser, because on the server it would be shared by everyone.
 */
export function queueFor(target: Target): UploadQueue {
  const key = `${target.personId}:${target.id}`;
  const existing = queues.get(key);
  if (existing) return existing;
  const made = new UploadQueue(target);
  queues.set(key, made);
  return made;
}
