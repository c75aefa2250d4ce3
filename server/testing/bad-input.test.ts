import fc from "fast-check";
import { expect } from "vitest";
import { badValues, inputOf, leavesOf, withValue } from "./bad-input";
import { test } from "./db";
import { permissionTable } from "./permission-table";
import { procedures } from "./procedures";
import { type Api, aWorld, roles, tryOut } from "./world";

/** FAULTS=all sends every value to every field; otherwise a random sample by seed. */
const everything = process.env["FAULTS"] === "all";
const seed = Number(process.env["FAULTS_SEED"] ?? Date.now() % 1_000_000);
const sampleSize = 500;

type Call = (input: unknown) => Promise<unknown>;
const callOf = (api: Api, path: string): Call => {
  const [noun = "", name = ""] = path.split(".");
  const procedure = (api as unknown as Record<string, Record<string, Call>>)[noun]?.[name];
  if (!procedure) throw new Error(`There is no procedure ${path}.`);
  return procedure;
};

/** The role that gets furthest with the procedure. */
function roleFor(cells: string) {
  const results = cells.split(" ");
  const index = ["+", "o", "C", "B", "N"].map((cell) => results.indexOf(cell)).find((found) => found >= 0) ?? 0;
  return { role: roles[index] ?? "anonymous", cell: results[index] ?? "" };
}

test("bad input is refused or cleaned, and never causes an internal error", { timeout: 1_800_000 }, async ({ tx }) => {
  const { world, actors } = await aWorld(tx);
  const cases: { path: string; leaf: string; value: unknown; send: () => Promise<string> }[] = [];
  for (const [path, { input: schema }] of procedures) {
    const row = permissionTable[path];
    if (!schema || !row) continue;
    const [cells, call] = row;
    const { role, cell } = roleFor(cells);
    const base = await inputOf(call, world);
    const answer = async (input: unknown) => (await tryOut(tx, actors[role], (api) => callOf(api, path)(input))).letter;
    // The unchanged call has to reach the command, otherwise the test proves nothing.
    expect([path, await answer(base)]).toEqual([path, cell === "o" ? "+" : cell]);
    for (const leaf of leavesOf(schema)) {
      for (const value of badValues) {
        const send = () => answer(withValue(schema, base, leaf, value));
        cases.push({ path, leaf: leaf.join("."), value, send });
      }
    }
  }
  expect(cases.length).toBeGreaterThan(5_000);
  const size = Math.min(sampleSize, cases.length);
  const [sample = []] = fc.sample(fc.shuffledSubarray(cases, { minLength: size, maxLength: size }), {
    seed,
    numRuns: 1,
  });
  const failed: string[] = [];
  const letters = new Set<string>();
  for (const { path, leaf, value, send } of everything ? cases : sample) {
    const letter = await send();
    letters.add(letter);
    if (/^[+A-Z]$/.test(letter)) continue;
    const shown = typeof value === "string" ? JSON.stringify(value.slice(0, 40)) : String(value);
    failed.push(`${path} ${leaf} = ${shown}: ${letter}`);
  }
  expect(failed, `FAULTS_SEED=${seed}`).toEqual([]);
  expect([...letters]).toEqual(expect.arrayContaining(["+", "B"]));
});
