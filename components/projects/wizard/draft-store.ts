"use client";

import type { DraftData } from "@/domain/schemas/projects";
import { trpc } from "../../providers/trpc-client";
import { refusalOf } from "../../shared/use-mutation";
import { forgetHeld, heldDraft, holdDraft, isSame, type SavedDraft, letGoOf } from "./held-draft";

export type Saving = "untouched" | "saved" | "unsaved" | "saving" | "failed";
export type DraftState = {
  data: DraftData;
  saving: Saving;
  /** The error code, when saving failed. */
  problem: string | null;
  /** The version that another window saved meanwhile. */
  conflict: SavedDraft | null;
  /** Increases when the data was replaced as a whole, so that forms show the new values. */
  epoch: number;
  /** The duration as typed, even when it is invalid; null until the person types. */
  typedDuration: string | null;
};

const pauseMs = 700;
const retryMs = 5_000;

export type DraftStore = ReturnType<typeof createDraftStore>;

function createDraftStore(id: string, stored: SavedDraft) {
  const first: DraftState = {
    data: stored.data,
    saving: "untouched",
    problem: null,
    conflict: null,
    epoch: 0,
    typedDuration: null,
  };
  let state = first;
  // The version that this text is based on. During a conflict it stays the older one until the person chooses, so that
  // text held meanwhile gets the same conflict after a reload.
  let { revision, data: base } = stored;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | null = null;
  // The last save of an earlier page of this browser, which may have been sent while it was closed.
  let restored: DraftData | null = null;
  const listeners = new Set<() => void>();

  const set = (next: Partial<DraftState>) => {
    state = { ...state, ...next };
    for (const notify of listeners) notify();
  };

  const hold = (data: DraftData) => holdDraft(id, { revision, data });

  const isSaved = () => state.saving === "saved" || state.saving === "untouched";

  const schedule = (after: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), after);
  };

  const refuse = (error: unknown): boolean => {
    const { code, current } = refusalOf(error);
    if (code === "project.draft_changed") {
      const other = current as SavedDraft;
      if (isSame(other.data, base) || (restored && isSame(other.data, restored))) {
        // The stored version is the base of this text or this browser's own last save, so that nothing is lost.
        ({ revision, data: base } = other);
        restored = null;
        hold(state.data);
        set({ saving: "unsaved" });
        return true;
      }
      restored = null;
      hold(state.data);
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
    restored = null;
    base = sent;
    if (state.data === sent) {
      letGoOf(id, sent);
      set({ saving: "saved" });
    } else {
      hold(state.data);
      set({ saving: "unsaved" });
    }
    return true;
  };

  /** Saves until nothing is unsaved; false when the server refuses. */
  async function flush(): Promise<boolean> {
    clearTimeout(timer);
    if (running) {
      if (!(await running)) return false;
      return flush();
    }
    if (state.conflict) return false;
    if (isSaved()) return true;
    running = send();
    const stored = await running;
    running = null;
    return stored ? flush() : false;
  }

  const change = (patch: Partial<DraftData>) => {
    const data = { ...state.data, ...patch };
    hold(data);
    set({ data, saving: running ? "saving" : "unsaved" });
    if (!state.conflict) schedule(pauseMs);
  };

  /** Stores the typed duration next to the data, which holds only valid ones. */
  const keepDuration = (text: string) => set({ typedDuration: text });

  /** Replaces all data; an open conflict stays open with the new data. */
  const replace = (data: DraftData) => {
    hold(data);
    set({ data, saving: "unsaved", epoch: state.epoch + 1, typedDuration: null });
    void flush();
  };

  /** Settles a conflict: continues from the version of the other window with the chosen values. */
  const resolve = (data: DraftData) => {
    if (state.conflict) ({ revision, data: base } = state.conflict);
    state = { ...state, conflict: null };
    replace(data);
  };

  /** Restores text that this browser held when it was closed. */
  const restore = () => {
    const held = heldDraft(id);
    if (!held) return;
    const { data } = held;
    if (isSame(data, stored.data)) {
      letGoOf(id, data);
      return;
    }
    state = { ...state, data, saving: "unsaved", epoch: 1 };
    if (held.revision === revision) {
      restored = data;
      schedule(pauseMs);
      return;
    }
    ({ revision } = held);
    state = { ...state, conflict: stored };
    hold(data);
  };

  return {
    first,
    isBehind: (other: SavedDraft) => other.revision > revision && isSaved(),
    restore,
    read: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    change,
    keepDuration,
    replace,
    resolve,
    flush,
  };
}

// Steps are mounted and unmounted, and the browser may restore an older page from its cache, so the store outlives
// them.
const stores = new Map<string, DraftStore>();

/** The store of a draft in this browser; on the server a temporary one. */
export function draftStore(id: string, stored: SavedDraft): DraftStore {
  if (typeof window === "undefined") return createDraftStore(id, stored);
  const existing = stores.get(id);
  if (existing && !existing.isBehind(stored)) return existing;
  const made = createDraftStore(id, stored);
  made.restore();
  stores.set(id, made);
  return made;
}

/** Removes a draft that became a partnership. */
export function forgetDraft(id: string): void {
  stores.delete(id);
  forgetHeld(id);
}
