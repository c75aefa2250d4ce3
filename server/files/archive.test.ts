import path from "node:path";
import { PassThrough } from "node:stream";
import type { ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBuffer } from "yauzl";
import { entryPath, streamArchive } from "./archive";

/** Texts made of the parts that lead out of a folder, so that fast-check tries many of them. */
const hostile = fc
  .array(
    fc.oneof(fc.constantFrom("..", ".", "/", "\\", "C:", "~", " ", "\0", "a", "…"), fc.string({ unit: "binary" })),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(""));

const isBelow = (child: string, folder: string, of: path.PlatformPath) => {
  const relative = of.relative(folder, of.resolve(folder, child));
  return relative !== "" && relative.split(of.sep)[0] !== ".." && !of.isAbsolute(relative);
};

describe("the path of an archive entry", () => {
  it("stays inside the archive's folder on every system, for any text", () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const entry = entryPath(name);
        expect(isBelow(entry, "/home/ana/project", path.posix)).toBe(true);
        expect(isBelow(entry, "D:\\ana\\project", path.win32)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it("is unchanged for the names that Consorta generates", () => {
    expect(entryPath("files/O1/el/v2/Οδηγός σπουδών.pdf")).toBe("files/O1/el/v2/Οδηγός σπουδών.pdf");
    expect(entryPath("files/O1/../../../v1/evil.txt")).toBe("files/O1/v1/evil.txt");
    expect(entryPath("C:\\Windows\\x")).toBe("C_/Windows/x");
    expect(entryPath("../..")).toBe("_");
  });
});

it("is the path in the zip file", async () => {
  const response = new PassThrough();
  const entries = [{ name: "files/O1/../../../v1/evil.txt", content: () => Promise.resolve("x") }];
  const [written] = await Promise.all([
    buffer(response),
    streamArchive(response as unknown as ServerResponse, entries),
  ]);
  const names = await new Promise<string[]>((resolve, reject) => {
    const found: string[] = [];
    // With the reader's own check of names turned off, because it would reject what this test looks for.
    fromBuffer(written, { decodeStrings: false }, (problem, zip) => {
      if (problem) {
        reject(problem);
        return;
      }
      zip.on("entry", ({ fileName }: { fileName: unknown }) => found.push(String(fileName)));
      zip.on("end", () => {
        resolve(found);
      });
    });
  });
  expect(names).toEqual(["files/O1/v1/evil.txt"]);
});
