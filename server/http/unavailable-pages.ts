import { LRUCache } from "lru-cache";

// Next's bundle reports failures, the server around it sends the answers: two module graphs of one process.
const shared = globalThis as typeof globalThis & { consortaUnavailable?: LRUCache<string, true> };
const failed = (shared.consortaUnavailable ??= new LRUCache({ max: 10_000 }));

/** Notes that rendering this request failed because database or disk were not available. */
export function markUnavailable(requestId: string): void {
  failed.set(requestId, true);
}

/** Whether it did; Next answers such a page with 500, and the server makes it the 503 that it is. */
export const wasUnavailable = (requestId: string): boolean => failed.has(requestId);
