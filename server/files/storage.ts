import type { Readable } from "node:stream";
import type { DataStore } from "@tus/server";

export interface Range {
  start: number;
  end: number;
}

/** What a finished upload turned out to be. */
export interface Content {
  storageKey: string;
  sha256: string;
  mediaType: string;
}

/** Where contents are kept: the disk, or S3 when it is configured. */
export interface Storage {
  /** Receives resumable uploads. */
  incoming: DataStore;
  /** Moves a whole upload to its lasting place; asked twice, it answers the same. Errors: file.not_found. */
  keep: (uploadId: string, size: number) => Promise<Content>;
  /** Forgets what receiving an upload has left; a kept content stays. */
  drop: (uploadId: string) => Promise<void>;
  put: (storageKey: string, content: Readable) => Promise<void>;
  read: (storageKey: string, range?: Range) => Promise<Readable>;
  erase: (storageKey: string) => Promise<void>;
  /** Bytes that may still come, or undefined when the store does not say. */
  room: () => Promise<number | undefined>;
  /** Bytes that uploads which are not finished have brought; 0 when the store has no limit. */
  arrived: () => Promise<number>;
  healthy: () => Promise<boolean>;
}
