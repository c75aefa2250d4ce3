import { hash } from "node:crypto";
import type { SafeHtml } from "@remix-run/html-template";
import { LRUCache } from "lru-cache";
import { compactMarkup } from "./compact-markup";

const keptCharacters = 16_000_000;
// While templates and sentences are being written they are drawn anew for every page.
const reuses = process.env.NODE_ENV !== "development";

/** What was drawn, by the fingerprint of what it was drawn from. */
export type Drawings = Pick<LRUCache<string, string>, "get">;

// The pages and the islands in them are two module graphs of one process: one store for both.
const shared = globalThis as typeof globalThis & { consortaDrawings?: LRUCache<string, string> };
const kept = (shared.consortaDrawings ??= new LRUCache({
  maxSize: keptCharacters,
  sizeCalculation: (text) => text.length,
}));

const ofFrozen = new WeakMap<object, string>();

/** Tells data apart by what is in it; frozen data is read once. */
function fingerprint(data: unknown): string {
  const stays = typeof data === "object" && data !== null && Object.isFrozen(data);
  const known = stays ? ofFrozen.get(data) : undefined;
  if (known !== undefined) return known;
  const text = JSON.stringify(data);
  if (!stays) return text;
  const made = hash("sha1", text, "base64url");
  ofFrozen.set(data, made);
  return made;
}

/**
 * Draws a picture, or finds it drawn before from equal input: whatever it shows has to be in `input`, which is plain
 * data. Answers its markup and the fingerprint under which the store holds it.
 */
export async function drawn<Input extends object>(
  name: string,
  input: Input,
  draw: (input: Input) => Promise<SafeHtml>,
): Promise<{ id: string; html: string }> {
  const parts = Object.entries(input).map(([part, data]) => `${part} ${fingerprint(data)}`);
  const id = hash("sha1", [name, ...parts].join("\n"), "base64url");
  const known = reuses ? kept.get(id) : undefined;
  if (known !== undefined) return { id, html: known };
  const html = compactMarkup(await draw(input));
  kept.set(id, html);
  return { id, html };
}
