import { describe, expect, it } from "vitest";
import { fingerprintOf, isStoredFor, storedUploads, uploadToContinue } from "./stored-uploads";

const prefix = "consorta:person:output:";

/** A storage as the browser's, whose keys are its own properties. */
function storageOf(entries: Record<string, string>): Storage {
  return Object.assign(Object.create({ getItem: (key: string) => entries[key] ?? null }) as Storage, entries);
}

const fileOf = (name: string, bytes: number, lastModified: number) =>
  new File([new Uint8Array(bytes)], name, { lastModified });
const entryOf = (file: File, url: string) => ({
  [`tus::${fingerprintOf(prefix, file)}::123456`]: JSON.stringify({ size: file.size, uploadUrl: url, metadata: {} }),
});

describe("a chosen file", () => {
  const film = fileOf("our film:: part 1.mp4", 5, 1_700_000_000_000);
  const stored = storedUploads(
    storageOf({
      ...entryOf(film, "/upload/1"),
      ...entryOf(fileOf("other.mp4", 5, 1), "/upload/2"),
      "tus::consorta:person:another-output:5:1:our film:: part 1.mp4::1": "{}",
      theme: "dark",
    }),
    prefix,
  );

  it("continues the unfinished upload of the same name and size, whatever its date", () => {
    const copied = fileOf(film.name, film.size, 1_800_000_000_000);
    expect(uploadToContinue(copied, stored)?.upload.uploadUrl).toBe("/upload/1");
    expect(uploadToContinue(fileOf(film.name, 6, film.lastModified), stored)).toBeNull();
    expect(uploadToContinue(fileOf("film.mp4", film.size, film.lastModified), stored)).toBeNull();
  });

  it("continues the upload with its date when there are several", () => {
    const copied = fileOf(film.name, film.size, 1_800_000_000_000);
    const both = storedUploads(storageOf({ ...entryOf(film, "/upload/1"), ...entryOf(copied, "/upload/3") }), prefix);
    expect(uploadToContinue(copied, both)?.upload.uploadUrl).toBe("/upload/3");
    expect(
      both.filter((one) => isStoredFor(one, fingerprintOf(prefix, copied))).map(({ fileName }) => fileName),
    ).toEqual([film.name]);
  });
});
