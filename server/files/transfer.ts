import type { IncomingMessage, ServerResponse } from "node:http";

/** Answers requests for files; false when the address is none of ours. */
export async function fileTransfer(_request: IncomingMessage, _response: ServerResponse): Promise<boolean> {
  return Promise.resolve(false);
}
