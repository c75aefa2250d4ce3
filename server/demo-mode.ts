// The decision is stored on globalThis, because the server and Next's bundle are two module graphs of one process.
const shared = globalThis as typeof globalThis & { consortaDemo?: boolean };

export function adoptDemo(demo: boolean): void {
  shared.consortaDemo = demo;
}

/**
 * True on an instance that runs the demo: demo accounts, one-click sign-in and the page of e-mails exist only there.
 */
export function isDemo(): boolean {
  return shared.consortaDemo === true;
}

export type DemoDecision = { run: "demo" | "real"; seed: boolean } | { refuse: string };

/** Decides from settings and database content whether an instance may run the demo. */
export function decideDemo(facts: {
  embedded: boolean;
  /** The setting DEMO, or the default of the mode. */
  wanted: boolean;
  holdsPeople: boolean;
  markedDemo: boolean;
}): DemoDecision {
  if (facts.markedDemo) {
    if (facts.wanted) return { run: "demo", seed: false };
    return {
      refuse:
        "This database holds the demo, whose accounts anyone may enter: set DEMO=1 to run the demo, or give an empty database.",
    };
  }
  if (!facts.holdsPeople) return facts.wanted ? { run: "demo", seed: true } : { run: "real", seed: false };
  if (facts.wanted && !facts.embedded) {
    return {
      refuse:
        "This database holds real accounts, so the demo may not run on it: remove DEMO=1, or give an empty database.",
    };
  }
  return { run: "real", seed: false };
}
