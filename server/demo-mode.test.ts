import { describe, expect, it } from "vitest";
import { decideDemo } from "./demo-mode";

const refused = { refuse: expect.stringMatching(/DEMO=1/) as string };

describe("demo mode", () => {
  it.each([
    // embedded, wanted, holdsPeople, markedDemo → decision
    [true, true, false, false, { run: "demo", seed: true }],
    [true, true, true, true, { run: "demo", seed: false }],
    [true, true, true, false, { run: "real", seed: false }],
    [true, false, false, false, { run: "real", seed: false }],
    [true, false, true, false, { run: "real", seed: false }],
    [true, false, true, true, refused],
    [false, true, false, false, { run: "demo", seed: true }],
    [false, true, true, true, { run: "demo", seed: false }],
    [false, true, true, false, refused],
    [false, false, false, false, { run: "real", seed: false }],
    [false, false, true, false, { run: "real", seed: false }],
    [false, false, true, true, refused],
    [false, true, false, true, { run: "demo", seed: false }],
    [false, false, false, true, refused],
  ])("with embedded %s, wanted %s, people %s, marked %s", (embedded, wanted, holdsPeople, markedDemo, decision) => {
    expect(decideDemo({ embedded, wanted, holdsPeople, markedDemo })).toEqual(decision);
  });
});
