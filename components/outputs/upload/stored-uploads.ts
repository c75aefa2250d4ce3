import type { PreviousUpload } from "tus-js-client";

/** An unfinished upload that the tus client stored in this browser. */
export type StoredUpload = { key: string; fileName: string; size: number; modified: number; upload: PreviousUpload };

/** Under this text the tus client stores an upload; `prefix` names the person and the output. */
export const fingerprintOf = (prefix: string, file: File): string =>
  `${prefix}${file.size}:${file.lastModified}:${file.name}`;

const keyStart = "tus::";

/** The unfinished uploads of one person to one output. */
export function storedUploads(storage: Storage, prefix: string): StoredUpload[] {
  const start = `${keyStart}${prefix}`;
  return Object.keys(storage)
    .filter((key) => key.startsWith(start))
    .flatMap((key) => {
      // The client appends "::" and a number to the fingerprint.
      const [, size, modified, fileName] = /^(\d+):(-?\d+):(.*)::[^:]*$/su.exec(key.slice(start.length)) ?? [];
      if (fileName === undefined) return [];
      const upload = { ...(JSON.parse(storage.getItem(key) ?? "{}") as PreviousUpload), urlStorageKey: key };
      return [{ key, fileName, size: Number(size), modified: Number(modified), upload }];
    });
}

/** True when an upload was stored for a file with this fingerprint. */
export const isStoredFor = ({ key }: StoredUpload, fingerprint: string): boolean =>
  key.startsWith(`${keyStart}${fingerprint}::`);

/**
 * The unfinished upload that a chosen file continues: same name and size. A phone hands over a copy of the file with a
 * new date, so the date only decides between several.
 */
export function uploadToContinue(file: File, stored: readonly StoredUpload[]): StoredUpload | null {
  const same = stored.filter(({ fileName, size }) => fileName === file.name && size === file.size);
  return same.find(({ modified }) => modified === file.lastModified) ?? same[0] ?? null;
}
