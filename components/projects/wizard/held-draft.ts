import type { DraftData } from "@/domain/schemas/projects";

/** A text of the draft, and the server's revision it goes on from. */
export type KeptDraft = { revision: number; data: DraftData };

const keyOf = (id: string) => `consorta.draft.${id}`;

// The common storage outlives the window, but every window of the browser writes over it: what this window has not
// brought home yet it also holds for itself, and it finds that first.
const ofWindow = () => window.sessionStorage;
const ofBrowser = () => window.localStorage;
const both = [ofWindow, ofBrowser];

/** A browser may forbid the storage, or it is full: that only narrows the net, the server's copy is then the only one. */
function whereAllowed<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}

const readFrom = (storage: () => Storage, id: string): KeptDraft | null =>
  whereAllowed(() => {
    const text = storage().getItem(keyOf(id));
    return text === null ? null : (JSON.parse(text) as KeptDraft);
  });

/** The same for whoever reads it: the order of names, and names without a value, say nothing. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, inOrder(one)]));
}

export const isSame = (one: DraftData, other: DraftData) =>
  JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));

/** What this window, or else this browser, held when it was closed before the server had it. */
export const heldDraft = (id: string): KeptDraft | null => readFrom(ofWindow, id) ?? readFrom(ofBrowser, id);

/** Holds what the server does not have yet. */
export function holdDraft(id: string, draft: KeptDraft): void {
  const text = JSON.stringify(draft);
  for (const storage of both) whereAllowed(() => storage().setItem(keyOf(id), text));
}

/** Lets go of what the server has; what another window put into the common storage meanwhile stays. */
export function letGoOf(id: string, data: DraftData): void {
  whereAllowed(() => ofWindow().removeItem(keyOf(id)));
  const common = readFrom(ofBrowser, id);
  if (common && isSame(common.data, data)) whereAllowed(() => ofBrowser().removeItem(keyOf(id)));
}

/** Lets go of the draft as a whole. */
export function forgetHeld(id: string): void {
  for (const storage of both) whereAllowed(() => storage().removeItem(keyOf(id)));
}
