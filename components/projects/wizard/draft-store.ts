"use client";

import type { DraftData } from "@/domain/schemas/projects";
import { trpc } from "../../providers/trpc-client";
import { refusalOf } from "../../shared/use-mutation";
import { forgetHeld, heldDraft, holdDraft, isSame, type KeptDraft, letGoOf } from "./held-draft";

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
  /** The duration as it was typed, also when it is none; null until somebody types. */
  typedDuration: string | null;
};

const pauseMs = 700;
const retryMs = 5_000;

export type DraftStore = ReturnType<typeof createDraftStore>;

function createDraftStore(id: string, kept: KeptDraft) {
  const first: DraftState = {
    data: kept.data,
    saving: "untouched",
    problem: null,
    conflict: null,
    epoch: 0,
    typedDuration: null,
  };
  let state = first;
  // What the text goes on from. In a conflict it stays the older one, until somebody chose: whatever is held meanwhile
  // then meets the same conflict after the next load.
  let { revision, data: base } = kept;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | null = null;
  // What an earlier page of this browser may still have sent while it was being closed.
  let restored: DraftData | null = null;
  const listeners = new Set<() => void>();

  const set = (next: Partial<DraftState>) => {
    state = { ...state, ...next };
    for (const tell of listeners) tell();
  };

  const hold = (data: DraftData) => holdDraft(id, { revision, data });

  const isKept = () => state.saving === "saved" || state.saving === "untouched";

  const schedule = (after: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), after);
  };

  const refuse = (error: unknown): boolean => {
    const { code, current } = refusalOf(error);
    if (code === "project.draft_changed") {
      const other = current as KeptDraft;
      if (isSame(other.data, base) || (restored && isSame(other.data, restored))) {
        // What stands there is what this text goes on from, or this browser's own last word: no other words are lost.
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
    hold(data);
    set({ data, saving: running ? "saving" : "unsaved" });
    if (!state.conflict) schedule(pauseMs);
  };

  /** Keeps what was typed as duration beside the data, which takes no other than a fitting one. */
  const keepDuration = (text: string) => set({ typedDuration: text });

  /** Puts other data in the place of all; an open conflict stays open, now about these. */
  const replace = (data: DraftData) => {
    hold(data);
    set({ data, saving: "unsaved", epoch: state.epoch + 1, typedDuration: null });
    void flush();
  };

  /** After both texts were shown: goes on from what the other window kept, with what was chosen. */
  const resolve = (data: DraftData) => {
    if (state.conflict) ({ revision, data: base } = state.conflict);
    state = { ...state, conflict: null };
    replace(data);
  };

  /** Takes up what this browser held back when it was closed. */
  const restore = () => {
    const held = heldDraft(id);
    if (!held) return;
    const { data } = held;
    if (isSame(data, kept.data)) {
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
    state = { ...state, conflict: kept };
    hold(data);
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
    keepDuration,
    replace,
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
  forgetHeld(id);
}
