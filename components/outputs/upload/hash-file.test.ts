import { createHash, randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { hashFile } from "./hash-file";

it.each([0, 1, 4 * 1024 ** 2, 9 * 1024 ** 2 + 5])("hashes a file of %i bytes like the server", async (size) => {
  const bytes = randomBytes(size);
  expect(await hashFile(new Blob([bytes]))).toBe(createHash("sha256").update(bytes).digest("hex"));
});
