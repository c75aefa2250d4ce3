import type { DraftData } from "@/domain/schemas/projects";

/** An unsaved text of the draft, and the revision it is based on. */
export type SavedDraft = { revision: number; data: DraftData };

const keyOf = (id: string) => `consorta.draft.${id}`;

// localStorage is shared, so every window overwrites it: a window also stores its unsaved text in sessionStorage, which
// it reads first.
const ofWindow = () => window.sessionStorage;
const ofBrowser = () => window.localStorage;
const both = [ofWindow, ofBrowser];

/** Storage may be blocked or full: then the server has the only copy. */
function whereAllowed<T>(access: () => T): T | null {
  try {
    return access();
  } catch {
    return null;
  }
}

const readFrom = (storage: () => Storage, id: string): SavedDraft | null =>
  whereAllowed(() => {
    const text = storage().getItem(keyOf(id));
    return text === null ? null : (JSON.parse(text) as SavedDraft);
  });

/** Compares by content: the order of keys and keys without a value make no difference. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, inOrder(one)]));
}

export const isSame = (one: DraftData, other: DraftData) =>
  JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));

/** The text that this window, or else this browser, had not saved when it was closed. */
export const heldDraft = (id: string): SavedDraft | null => readFrom(ofWindow, id) ?? readFrom(ofBrowser, id);

/** Stores text that the server does not have yet. */
export function holdDraft(id: string, draft: SavedDraft): void {
  const text = JSON.stringify(draft);
  for (const storage of both) whereAllowed(() => storage().setItem(keyOf(id), text));
}

/** Removes text that the server has; text of other windows in localStorage is kept. */
export function letGoOf(id: string, data: DraftData): void {
  whereAllowed(() => ofWindow().removeItem(keyOf(id)));
  const common = readFrom(ofBrowser, id);
  if (common && isSame(common.data, data)) whereAllowed(() => ofBrowser().removeItem(keyOf(id)));
}

/** Removes the draft. */
export function forgetHeld(id: string): void {
  for (const storage of both) whereAllowed(() => storage().removeItem(keyOf(id)));
}
