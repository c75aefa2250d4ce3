import { open } from "node:fs/promises";
import { isUtf8 } from "node:buffer";
import { fileTypeFromBuffer, fileTypeFromFile } from "file-type";

const headBytes = 8 * 1024;

/** Text is valid UTF-8 without control bytes; the end of the head may split one character. */
function isText(head: Buffer): boolean {
  if (head.length === 0 || head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return false;
  return [0, 1, 2, 3].some((cut) => head.length > cut && isUtf8(head.subarray(0, head.length - cut)));
}

/** UTF-16 with a byte order mark, such as "Unicode text" of Excel, whose first bytes look like an MPEG frame. */
const isUtf16 = (head: Buffer) => (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);

/** The media type detected from the content; file names and declared types are ignored. */
export async function sniffFile(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(headBytes), length: headBytes, position: 0 });
    if (isUtf16(buffer.subarray(0, bytesRead))) return "text/plain";
    const detected = await fileTypeFromFile(path);
    if (detected !== undefined) return detected.mime;
    return isText(buffer.subarray(0, bytesRead)) ? "text/plain" : "application/octet-stream";
  } finally {
    await file.close();
  }
}

/** The same for a content of which only the first bytes are available. */
export async function sniffHead(head: Buffer): Promise<string> {
  if (isUtf16(head)) return "text/plain";
  const detected = await fileTypeFromBuffer(head);
  if (detected !== undefined) return detected.mime;
  return isText(head.subarray(0, headBytes)) ? "text/plain" : "application/octet-stream";
}
