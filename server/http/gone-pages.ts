import { LRUCache } from "lru-cache";

// Next's bundle renders pages and the server sends the responses: two module graphs of one process.
const shared = globalThis as typeof globalThis & { consortaGone?: LRUCache<string, true> };
const gone = (shared.consortaGone ??= new LRUCache({ max: 10_000 }));

/** Marks a request whose page says that something is no longer public. */
export function markGone(requestId: string): void {
  gone.set(requestId, true);
}

/** True for a marked request: a page cannot set a status, so the server changes its 200 to 410. */
export const wasGone = (requestId: string): boolean => gone.has(requestId);
