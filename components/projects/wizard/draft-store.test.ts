import { TRPCClientError } from "@trpc/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DraftData } from "@/domain/schemas/projects";
import type { DraftStore } from "./draft-store";

type Sent = { id: string; revision: number; data: DraftData };
type Answer = (sent: Sent) => Promise<{ revision: number }>;

const api = vi.hoisted((): { answer: Answer } => ({ answer: () => Promise.reject(new Error("nobody is there")) }));
vi.mock("../../providers/trpc-client", () => ({
  trpc: { projects: { saveDraft: { mutate: (sent: Sent) => api.answer(sent) } } },
}));

const id = "draft";
let stored: { revision: number; data: DraftData };
let sent: Sent[];
let common: Storage;

function storage(): Storage {
  const held = new Map<string, string>();
  return {
    get length() {
      return held.size;
    },
    clear: () => held.clear(),
    key: (index) => [...held.keys()][index] ?? null,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, text) => void held.set(key, text),
    removeItem: (key) => void held.delete(key),
  };
}

/** Behaves as `saveDraft` on the server. */
const answer: Answer = async (one) => {
  await Promise.resolve();
  sent.push(structuredClone(one));
  if (one.revision !== stored.revision) {
    const data = { problem: "project.draft_changed", current: stored };
    throw new TRPCClientError("conflict", { result: { error: { code: 0, message: "", data } } });
  }
  stored = { revision: stored.revision + 1, data: JSON.parse(JSON.stringify(one.data)) as DraftData };
  return { revision: stored.revision };
};

const pass = () => vi.advanceTimersByTimeAsync(10_000);

/**
 * One window of the browser: `common` is the storage that all windows share, and each load imports the modules again.
 */
class Window {
  readonly own = storage();
  store = undefined as unknown as DraftStore;

  enter() {
    vi.stubGlobal("window", { localStorage: common, sessionStorage: this.own });
  }

  async load(shown = stored): Promise<void> {
    this.enter();
    vi.resetModules();
    const { draftStore } = await import("./draft-store");
    vi.clearAllTimers();
    this.store = draftStore(id, structuredClone(shown));
    await pass();
  }

  async type(patch: Partial<DraftData>): Promise<void> {
    this.enter();
    this.store.change(patch);
    await pass();
  }

  async choose(data: DraftData): Promise<void> {
    this.enter();
    this.store.resolve(data);
    await pass();
  }

  get state() {
    return this.store.read();
  }
}

async function opened(): Promise<Window> {
  const made = new Window();
  await made.load();
  return made;
}

/** Two windows on one draft: B's title is saved, A's is in conflict. */
async function disagreeing() {
  const [a, b] = [await opened(), await opened()];
  await b.type({ title: "Of B" });
  await a.type({ title: "Of A" });
  expect(a.state.conflict?.data.title).toBe("Of B");
  return { a, b };
}

beforeEach(() => {
  vi.useFakeTimers();
  stored = { revision: 1, data: { title: "Before" } };
  sent = [];
  common = storage();
  api.answer = answer;
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a draft that another window changed", () => {
  it("stays in conflict through reloads and typing until the person chooses", async () => {
    const { a } = await disagreeing();
    for (const startsOn of ["2026-12-01", "2026-12-02", "2026-12-03"]) {
      await a.load();
      expect(a.state).toMatchObject({ saving: "unsaved", conflict: { revision: 2, data: { title: "Of B" } } });
      await a.type({ startsOn });
      await a.load();
      expect(a.state.conflict?.data.title).toBe("Of B");
      expect(a.state.data).toMatchObject({ title: "Of A", startsOn });
    }
    expect(await a.store.flush()).toBe(false);
    expect(stored).toEqual({ revision: 2, data: { title: "Of B" } });
  });

  it("is in conflict again after typing on during the conflict of a refused save", async () => {
    const { a } = await disagreeing();
    await a.type({ startsOn: "2026-12-01" });
    await a.load();
    expect(a.state.conflict?.data.title).toBe("Of B");
    expect(a.state.data).toEqual({ title: "Of A", startsOn: "2026-12-01" });
    expect(stored.data.title).toBe("Of B");
  });

  it("is shown in its newest version when the other window saved again, and the text of this one is kept", async () => {
    const { a, b } = await disagreeing();
    await a.load();
    await b.type({ summary: "More of B" });
    await a.load();
    expect(a.state.conflict).toEqual({ revision: 3, data: { title: "Of B", summary: "More of B" } });
    expect(a.state.data.title).toBe("Of A");
    await a.choose({ ...a.state.data, summary: "More of B" });
    expect(stored).toEqual({ revision: 4, data: { title: "Of A", summary: "More of B" } });
  });

  it("is in conflict again when the other window saved before the refusal", async () => {
    const [a, b] = [await opened(), await opened()];
    a.enter();
    a.store.change({ title: "Of A" });
    b.enter();
    b.store.change({ title: "Of B" });
    await b.store.flush();
    a.enter();
    await pass();
    expect(a.state.conflict?.data.title).toBe("Of B");
    await a.load();
    expect(a.state.conflict?.data.title).toBe("Of B");
    expect(a.state.data.title).toBe("Of A");
  });

  it.each(["Of A", "Of B"])("is settled by the choice of %s, also after a reload", async (title) => {
    const { a } = await disagreeing();
    await a.load();
    await a.choose({ title });
    expect(a.state).toMatchObject({ conflict: null, saving: "saved" });
    expect(stored).toEqual({ revision: 3, data: { title } });
    await a.load();
    expect(a.state).toMatchObject({ conflict: null, saving: "untouched", data: { title } });
    expect([common.length, a.own.length]).toEqual([0, 0]);
  });

  it("is not in conflict again when the page was loaded before the choice was saved", async () => {
    const { a } = await disagreeing();
    await a.load();
    api.answer = () => new Promise(() => undefined);
    await a.choose({ title: "Of A" });
    api.answer = answer;
    await a.load();
    expect(a.state).toMatchObject({ conflict: null, saving: "saved" });
    expect(stored.data.title).toBe("Of A");
  });

  it("is in conflict again when it changed once more before the choice was saved", async () => {
    const { a, b } = await disagreeing();
    await a.load();
    await b.type({ title: "Again of B" });
    await a.choose({ title: "Of A" });
    expect(a.state.conflict?.data.title).toBe("Again of B");
    await a.type({ startsOn: "2026-12-01" });
    await a.load();
    expect(a.state.conflict?.data.title).toBe("Again of B");
    expect(stored.data.title).toBe("Again of B");
  });

  it("is not overwritten by filling in the whole draft", async () => {
    const { a } = await disagreeing();
    a.enter();
    a.store.replace({ title: "Of the list" });
    await pass();
    expect(a.state).toMatchObject({ conflict: { data: { title: "Of B" } }, data: { title: "Of the list" } });
    await a.load();
    expect(a.state).toMatchObject({ conflict: { data: { title: "Of B" } }, data: { title: "Of the list" } });
    expect(stored.data.title).toBe("Of B");
  });
});

describe("a draft of one window", () => {
  it("continues after a reload with text that was not saved", async () => {
    const a = await opened();
    a.enter();
    a.store.change({ title: "Last word" });
    await a.load();
    expect(a.state).toMatchObject({ conflict: null, saving: "saved" });
    expect(stored).toEqual({ revision: 2, data: { title: "Last word" } });
    expect([common.length, a.own.length]).toEqual([0, 0]);
  });

  it("continues in another window after its own was closed", async () => {
    const a = await opened();
    a.store.change({ title: "Last word" });
    const b = await opened();
    expect(b.state).toMatchObject({ conflict: null, saving: "saved" });
    expect(stored.data.title).toBe("Last word");
  });

  it("is not in conflict with its own last save, sent while the page was closed", async () => {
    const a = await opened();
    a.store.change({ title: "Last word" });
    const before = stored;
    stored = { revision: 2, data: { title: "Last word" } };
    await a.load(before);
    expect(a.state).toMatchObject({ conflict: null, saving: "saved" });
    await a.type({ acronym: "LW" });
    expect(stored.data).toEqual({ title: "Last word", acronym: "LW" });
  });

  it("is not in conflict with its own late save that changed nothing", async () => {
    const a = await opened();
    const shown = structuredClone(stored);
    await a.type({ durationMonths: undefined });
    expect(stored.revision).toBe(2);
    await a.load(shown);
    await a.type({ title: "Of A" });
    expect(a.state).toMatchObject({ saving: "saved", conflict: null });
    expect(stored).toEqual({ revision: 3, data: { title: "Of A" } });
  });

  it("drops the typed duration when all data is replaced", async () => {
    const a = await opened();
    a.store.keepDuration("240");
    await a.type({ durationMonths: undefined });
    expect(a.state.typedDuration).toBe("240");
    expect(sent.at(-1)?.data.durationMonths).toBeUndefined();
    a.store.replace({ title: "Of the list", durationMonths: 24 });
    expect(a.state.typedDuration).toBeNull();
  });
});
