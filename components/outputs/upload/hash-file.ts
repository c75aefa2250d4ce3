const sliceBytes = 4 * 1024 ** 2;

/** SHA-256 of a file in hex. Read in slices, because the browser's own digest needs the whole file in memory. */
export async function hashFile(file: Blob): Promise<string> {
  const { sha256 } = await import("@noble/hashes/sha2.js");
  const hash = sha256.create();
  for (let start = 0; start < file.size; start += sliceBytes) {
    hash.update(new Uint8Array(await file.slice(start, start + sliceBytes).arrayBuffer()));
  }
  return [...hash.digest()].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
