import { LRUCache } from "lru-cache";

// Next's bundle reports failures and the server sends the responses: two module graphs of one process.
const shared = globalThis as typeof globalThis & { consortaUnavailable?: LRUCache<string, true> };
const failed = (shared.consortaUnavailable ??= new LRUCache({ max: 10_000 }));

/** Marks a request whose page failed because database or disk were unavailable. */
export function markUnavailable(requestId: string): void {
  failed.set(requestId, true);
}

/** True for a marked request: Next responds with 500, which the server changes to 503. */
export const wasUnavailable = (requestId: string): boolean => failed.has(requestId);
