import type { Readable } from "node:stream";
import type { DataStore } from "@tus/server";

export interface Range {
  start: number;
  end: number;
}

/** Hash, size and type of a finished upload. */
export interface Content {
  storageKey: string;
  sha256: string;
  mediaType: string;
}

/** Where contents are stored: on the disk, or in S3 when it is configured. */
export interface Storage {
  /** Receives resumable uploads. */
  incoming: DataStore;
  /** Moves a complete upload to its final path; idempotent. Errors: file.not_found. */
  keep: (uploadId: string, size: number) => Promise<Content>;
  /** Deletes the temporary data of an upload; a stored content is kept. */
  drop: (uploadId: string) => Promise<void>;
  put: (storageKey: string, content: Readable) => Promise<void>;
  read: (storageKey: string, range?: Range) => Promise<Readable>;
  erase: (storageKey: string) => Promise<void>;
  /** Free bytes, or undefined when the store does not report them. */
  room: () => Promise<number | undefined>;
  /** Bytes received by unfinished uploads; 0 when the store has no limit. */
  arrived: () => Promise<number>;
  healthy: () => Promise<boolean>;
}
