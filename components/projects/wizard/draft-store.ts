"use client";

import type { DraftData } from "@/domain/schemas/projects";
import { trpc } from "../../providers/trpc-client";
import { refusalOf } from "../../shared/use-act";

export type KeptDraft = { revision: number; data: DraftData };
export type Saving = "untouched" | "saved" | "unsaved" | "saving" | "failed";
export type DraftState = {
  data: DraftData;
  saving: Saving;
  /** The code of the refusal, when saving failed. */
  problem: string | null;
  /** What another window kept meanwhile. */
  conflict: KeptDraft | null;
  /** Grows whenever the data was replaced as a whole, so that forms show the new texts. */
  epoch: number;
};

const pauseMs = 700;
const retryMs = 5_000;
const localKey = (id: string) => `consorta.draft.${id}`;

/** What this browser held when it was closed before the server had it. */
function readLocal(id: string): KeptDraft | null {
  try {
    const text = window.localStorage.getItem(localKey(id));
    return text === null ? null : (JSON.parse(text) as KeptDraft);
  } catch {
    // A browser may forbid the storage; the server's copy is then the only one.
    return null;
  }
}

function writeLocal(id: string, kept: KeptDraft | null): boolean {
  try {
    if (kept) window.localStorage.setItem(localKey(id), JSON.stringify(kept));
    else window.localStorage.removeItem(localKey(id));
    return true;
  } catch {
    // As above: full or forbidden storage only narrows the net, the server still keeps every text within a second.
    return false;
  }
}

/** The same for whoever reads it: the order of names, and names without a value, say nothing. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, inOrder(one)]));
}

const isSame = (one: DraftData, other: DraftData) => JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));

export type DraftStore = ReturnType<typeof createDraftStore>;

function createDraftStore(id: string, kept: KeptDraft) {
  const first: DraftState = { data: kept.data, saving: "untouched", problem: null, conflict: null, epoch: 0 };
  let state = first;
  let { revision } = kept;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | null = null;
  // What an earlier page of this browser may still have sent while it was being closed.
  let restored: DraftData | null = null;
  const listeners = new Set<() => void>();

  const set = (next: Partial<DraftState>) => {
    state = { ...state, ...next };
    for (const tell of listeners) tell();
  };

  const isKept = () => state.saving === "saved" || state.saving === "untouched";

  const schedule = (after: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), after);
  };

  const refuse = (error: unknown): boolean => {
    const { code, current } = refusalOf(error);
    if (code === "project.draft_changed") {
      const other = current as KeptDraft;
      if (restored && isSame(other.data, restored)) {
        // What stands there is this browser's own last word: nobody else wrote, so the saving goes on from it.
        ({ revision } = other);
        restored = null;
        set({ saving: "unsaved" });
        return true;
      }
      set({ saving: "unsaved", conflict: other });
    } else set({ saving: "failed", problem: code });
    if (code === "offline") schedule(retryMs);
    return false;
  };

  const send = async (): Promise<boolean> => {
    const sent = state.data;
    set({ saving: "saving", problem: null });
    try {
      ({ revision } = await trpc.projects.saveDraft.mutate({ id, revision, data: sent }));
    } catch (error) {
      return refuse(error);
    }
    if (state.data === sent) {
      writeLocal(id, null);
      set({ saving: "saved" });
    } else set({ saving: "unsaved" });
    return true;
  };

  /** Saves until nothing is left to save; false when the server refuses. */
  async function flush(): Promise<boolean> {
    clearTimeout(timer);
    if (running) {
      if (!(await running)) return false;
      return flush();
    }
    if (state.conflict) return false;
    if (isKept()) return true;
    running = send();
    const kept = await running;
    running = null;
    return kept ? flush() : false;
  }

  const change = (patch: Partial<DraftData>) => {
    const data = { ...state.data, ...patch };
    writeLocal(id, { revision, data });
    set({ data, saving: running ? "saving" : "unsaved" });
    if (!state.conflict) schedule(pauseMs);
  };

  /** After both texts were shown: goes on from what the other window kept, with what was chosen. */
  const resolve = (data: DraftData) => {
    if (state.conflict) ({ revision } = state.conflict);
    writeLocal(id, { revision, data });
    set({ data, conflict: null, saving: "unsaved", epoch: state.epoch + 1 });
    void flush();
  };

  /** Takes up what this browser held back when it was closed. */
  const restore = () => {
    const local = readLocal(id);
    if (!local) return;
    if (isSame(local.data, kept.data)) {
      writeLocal(id, null);
      return;
    }
    const { data } = local;
    restored = data;
    if (local.revision === revision) {
      state = { ...state, data, saving: "unsaved", epoch: 1 };
      schedule(pauseMs);
    } else state = { ...state, data, saving: "unsaved", epoch: 1, conflict: { revision, data: kept.data } };
  };

  return {
    first,
    isBehind: (other: KeptDraft) => other.revision > revision && isKept(),
    restore,
    read: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    change,
    resolve,
    flush,
  };
}

// Pages come and go while one fills in the wizard, and the browser may show an older one again: the store stays.
const stores = new Map<string, DraftStore>();

/** The one store of a draft in this browser; on the server a passing one. */
export function draftStore(id: string, kept: KeptDraft): DraftStore {
  if (typeof window === "undefined") return createDraftStore(id, kept);
  const known = stores.get(id);
  if (known && !known.isBehind(kept)) return known;
  const made = createDraftStore(id, kept);
  made.restore();
  stores.set(id, made);
  return made;
}

/** Forgets a draft that became a partnership. */
export function forgetDraft(id: string): void {
  stores.delete(id);
  writeLocal(id, null);
}
