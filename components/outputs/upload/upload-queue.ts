"use client";

import { pagePersonHeader } from "@/domain/page-person";
import type { DetailedError, PreviousUpload, Upload } from "tus-js-client";

export type FileDetails = { name: string; language: string; note: string };
export type Refusal = { code: string; params: Record<string, unknown> };
export type UploadItem = FileDetails & {
  id: string;
  file: File;
  state: "waiting" | "sending" | "paused" | "interrupted" | "refused" | "unchanged" | "done";
  sent: number;
  refusal: Refusal | null;
};
/** An unfinished upload started in this browser; choosing the same file again resumes it. */
export type Unfinished = { key: string; fileName: string; size: number; begunAt: string };
export type QueueState = { items: readonly UploadItem[]; unfinished: readonly Unfinished[] };

type Target = { personId: string; outputId: string };

const atOnce = 3;
const retryDelays = [0, 1_000, 3_000, 5_000, 10_000, 20_000, 30_000];
export const nothing: QueueState = { items: [], unfinished: [] };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

function refusalOf(error: Error | DetailedError): Refusal | null {
  const response = "originalResponse" in error ? error.originalResponse : null;
  const status = response?.getStatus() ?? 0;
  if (!response || status < 400 || status >= 500 || status === 409 || status === 423) return null;
  const body = response.getBody();
  const payload: unknown = body.startsWith("{") ? JSON.parse(body) : null;
  if (isRecord(payload) && typeof payload.problem === "string") {
    return { code: payload.problem, params: isRecord(payload.params) ? payload.params : {} };
  }
  return { code: status === 403 ? "forbidden" : status === 404 ? "file.not_found" : "unknown", params: {} };
}

/** The uploads of one person to one output. It lives as long as the window, so that uploads continue on other pages. */
class UploadQueue {
  private state: QueueState = nothing;
  private readonly listeners = new Set<() => void>();
  private readonly uploads = new Map<string, Upload>();
  private readonly prefix: string;

  constructor(private readonly target: Target) {
    this.prefix = `consorta:${target.personId}:${target.outputId}:`;
    this.state = { items: [], unfinished: this.unfinishedBeside([]) };
    window.addEventListener("online", () => {
      for (const item of this.state.items) if (item.state === "interrupted") this.resume(item.id);
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
   * True when this file's upload was started before: its name and language are already on the server, so it needs no
   * card.
   */
  begun(file: File): FileDetails | null {
    const stored = this.stored().find(({ key }) => key.startsWith(`tus::${this.fingerprint(file)}::`));
    return stored ? detailsOf(stored.upload) : null;
  }

  add(file: File, details: FileDetails): void {
    const item: UploadItem = { id: crypto.randomUUID(), file, ...details, state: "waiting", sent: 0, refusal: null };
    this.show([...this.state.items, item]);
    this.pump();
  }

  pause(id: string): void {
    this.change(id, { state: "paused" });
    void this.uploads.get(id)?.abort();
    this.pump();
  }

  resume(id: string): void {
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
    const stored = this.stored().find((one) => one.key === key);
    localStorage.removeItem(key);
    this.show(this.state.items);
    if (!stored?.upload.uploadUrl) return;
    const { Upload: Tus } = await import("tus-js-client");
    await Tus.terminate(stored.upload.uploadUrl, { retryDelays });
  }

  private fingerprint(file: File): string {
    return `${this.prefix}${file.size}:${file.lastModified}:${file.name}`;
  }

  private stored(): { key: string; upload: PreviousUpload }[] {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(`tus::${this.prefix}`))
      .map((key) => ({ key, upload: JSON.parse(localStorage.getItem(key) ?? "{}") as PreviousUpload }));
  }

  private unfinishedBeside(items: readonly UploadItem[]): Unfinished[] {
    const here = items.map(({ file }) => `tus::${this.fingerprint(file)}::`);
    return this.stored()
      .filter(({ key }) => !here.some((mine) => key.startsWith(mine)))
      .map(({ key, upload }) => ({
        key,
        fileName: key.slice(`tus::${this.prefix}`.length).split("::")[0]?.split(":").slice(2).join(":") ?? "",
        size: upload.size ?? 0,
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

  private pump(): void {
    const sending = this.state.items.filter((item) => item.state === "sending").length;
    const next = this.state.items.filter((item) => item.state === "waiting").slice(0, Math.max(0, atOnce - sending));
    for (const item of next) {
      this.change(item.id, { state: "sending" });
      void this.send(item);
    }
  }

  private async send(item: UploadItem): Promise<void> {
    const upload = this.uploads.get(item.id) ?? (await this.prepare(item));
    if (this.state.items.find(({ id }) => id === item.id)?.state === "sending") upload.start();
  }

  private async prepare({ id, file, name, language, note }: UploadItem): Promise<Upload> {
    const { Upload: Tus } = await import("tus-js-client");
    const upload: Upload = new Tus(file, {
      endpoint: `${window.location.origin}/upload`,
      headers: { [pagePersonHeader]: this.target.personId },
      // tus metadata has no empty values, so they are left out.
      metadata: {
        outputId: this.target.outputId,
        name,
        ...(language ? { language } : {}),
        ...(note ? { note } : {}),
      },
      fingerprint: () => Promise.resolve(this.fingerprint(file)),
      removeFingerprintOnSuccess: true,
      retryDelays,
      onShouldRetry: (error) => refusalOf(error) === null,
      onProgress: (sent) => this.change(id, { sent }),
      onSuccess: () => this.finishItem(id, { state: "done", sent: file.size }),
      onError: (error) => {
        const refusal = refusalOf(error);
        const state = refusal?.code === "file.same_content" ? "unchanged" : "refused";
        this.finishItem(id, refusal ? { state, refusal } : { state: "interrupted" });
      },
    });
    const [before] = await upload.findPreviousUploads();
    if (before) upload.resumeFromPreviousUpload(before);
    this.uploads.set(id, upload);
    return upload;
  }

  private finishItem(id: string, patch: Partial<UploadItem>): void {
    if (patch.state !== "interrupted") this.uploads.delete(id);
    this.change(id, patch);
    this.pump();
  }
}

function detailsOf(upload: PreviousUpload): FileDetails {
  const { name = "", language = "", note = "" } = upload.metadata;
  return { name, language, note };
}

const queues = new Map<string, UploadQueue>();

/**
 * The queue of this window for an output. Only in the browser, because on the server it would be shared by everyone.
 */
export function queueFor(target: Target): UploadQueue {
  const key = `${target.personId}:${target.outputId}`;
  const existing = queues.get(key);
  if (existing) return existing;
  const made = new UploadQueue(target);
  queues.set(key, made);
  return made;
}
