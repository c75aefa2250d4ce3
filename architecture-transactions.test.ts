import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/**
 * A transaction holds one connection of the pool. Code that requests a second connection inside it deadlocks when as
 * many callers as there are connections wait for each other. These tests check the call graph of server and db.
 */
const root = import.meta.dirname;
/** Seeds an empty database at the start, before any request, through the usual commands. */
const beforeAnybody = "server/demo/seed.ts#seedDemo";
/** Functions that request a connection from the pool themselves; every function that calls one of these does so too. */
const askThePool = ["server/rate-limit.ts#limit", "server/rate-limit.ts#limitWrite", "db/client.ts#db"];

type FunctionNode = ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression;
interface Known {
  node: FunctionNode;
  file: string;
}
interface Call {
  key: string;
  passes: Set<string>;
}

function sourcesUnder(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return sourcesUnder(name);
    return /\.tsx?$/.test(name) && !/\.(test|d)\.tsx?$/.test(name) ? [name] : [];
  });
}

function resolved(from: string, specifier: string, files: ReadonlySet<string>): string | undefined {
  if (!specifier.startsWith("@/") && !specifier.startsWith(".")) return undefined;
  const base = specifier.startsWith("@/") ? specifier.slice(2) : path.posix.join(path.posix.dirname(from), specifier);
  return [`${base}.ts`, `${base}.tsx`, `${base}/index.ts`].find((name) => files.has(name));
}

const below = new WeakMap<ts.Node, ts.Node[]>();

/** All descendants of a node, including nested functions. */
function nodesIn(node: ts.Node): ts.Node[] {
  const known = below.get(node);
  if (known) return known;
  const found: ts.Node[] = [];
  below.set(node, found);
  const visit = (child: ts.Node) => {
    found.push(child);
    ts.forEachChild(child, visit);
  };
  ts.forEachChild(node, visit);
  return found;
}

const isFunction = (node: ts.Node | undefined): node is FunctionNode =>
  node !== undefined && (ts.isFunctionDeclaration(node) || ts.isArrowFunction(node) || ts.isFunctionExpression(node));

const nameOf = (node: ts.Node | undefined) => (node !== undefined && ts.isIdentifier(node) ? node.text : undefined);

/** Names declared inside a function: its parameters and its variables. */
function declaredIn(node: ts.Node): Set<string> {
  const names = nodesIn(node).flatMap((child) =>
    ts.isParameter(child) || ts.isVariableDeclaration(child) || ts.isBindingElement(child) ? [nameOf(child.name)] : [],
  );
  return new Set(names.filter((name) => name !== undefined));
}

/** Functions by `file#name`, the names each file imports, and the violations of code inside transactions. */
function graphOf(sources: Map<string, string>) {
  const files = new Set(sources.keys());
  const functions = new Map<string, Known>();
  const namesByFile = new Map<string, Map<string, string>>();
  const trees = new Map<string, ts.SourceFile>();
  for (const [file, text] of sources) {
    const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
    trees.set(file, tree);
    const importedNames = new Map<string, string>();
    namesByFile.set(file, importedNames);
    for (const node of nodesIn(tree)) {
      if (ts.isImportSpecifier(node)) {
        const from = node.parent.parent.parent.moduleSpecifier;
        const target = ts.isStringLiteral(from) ? resolved(file, from.text, files) : undefined;
        if (target) importedNames.set(node.name.text, `${target}#${(node.propertyName ?? node.name).text}`);
      }
      const name = ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node) ? nameOf(node.name) : undefined;
      const made = ts.isVariableDeclaration(node) ? node.initializer : node;
      if (name === undefined || !isFunction(made)) continue;
      functions.set(`${file}#${name}`, { node: made, file });
      importedNames.set(name, `${file}#${name}`);
    }
  }

  const callsIn = (file: string, node: ts.Node): Call[] =>
    nodesIn(node).flatMap((child) => {
      if (!ts.isCallExpression(child)) return [];
      const key = namesByFile.get(file)?.get(nameOf(child.expression) ?? "");
      const passes = new Set(child.arguments.map(nameOf).filter((name) => name !== undefined));
      return key === undefined ? [] : [{ key, passes }];
    });
  const calls = new Map([...functions].map(([key, { file, node }]) => [key, callsIn(file, node)]));
  const readsDbOf = (node: ts.Node, owner: string) =>
    nodesIn(node).some(
      (child) => ts.isPropertyAccessExpression(child) && child.name.text === "db" && nameOf(child.expression) === owner,
    );

  /** Adds callers of the functions in the set until the set no longer grows. */
  const withCallers = (seed: Iterable<string>, counts: (call: Call) => boolean) => {
    const set = new Set(seed);
    for (let before = -1; before !== set.size;) {
      before = set.size;
      for (const [key, made] of calls) if (made.some((call) => set.has(call.key) && counts(call))) set.add(key);
    }
    return set;
  };
  const asking = withCallers(askThePool, () => true);
  const usingCtx = withCallers(
    [...functions].filter(([, { node }]) => readsDbOf(node, "ctx")).map(([key]) => key),
    (call) => call.passes.has("ctx"),
  );

  const wrongInside = (file: string, callback: ts.Node, receiver: string | undefined): string[] => {
    const own = declaredIn(callback);
    const wrong = callsIn(file, callback)
      .filter(({ key, passes }) => asking.has(key) || (usingCtx.has(key) && passes.has("ctx") && !own.has("ctx")))
      .map(({ key }) => key);
    if (!own.has("ctx") && readsDbOf(callback, "ctx")) wrong.push("ctx.db");
    const usesReceiver = nodesIn(callback).some(
      (child) => nameOf(child) === receiver && !ts.isPropertyAssignment(child.parent) && !own.has(receiver ?? ""),
    );
    if (receiver !== undefined && usesReceiver) wrong.push(receiver);
    return wrong;
  };

  let transactions = 0;
  const wrong: string[] = [];
  for (const [file, tree] of trees) {
    for (const node of nodesIn(tree)) {
      if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) continue;
      if (node.expression.name.text !== "transaction") continue;
      const callback = node.arguments[0];
      if (!isFunction(callback)) continue;
      transactions += 1;
      const found = wrongInside(file, callback, nameOf(node.expression.expression));
      wrong.push(...found.map((what) => `${file}: ${what} in a transaction`));
    }
  }
  for (const [key, { node }] of functions) {
    if (
      key !== beforeAnybody &&
      asking.has(key) &&
      node.parameters.some((parameter) => nameOf(parameter.name) === "tx")
    ) {
      wrong.push(`${key} takes a transaction and asks the pool for a connection`);
    }
  }
  return { wrong, transactions };
}

describe("code inside a transaction", { timeout: 60_000 }, () => {
  const sources = new Map(
    ["server", "db"].flatMap(sourcesUnder).map((name) => [name, readFileSync(path.join(root, name), "utf8")]),
  );

  it("requests no second connection from the pool", () => {
    const { wrong, transactions } = graphOf(sources);
    expect(transactions).toBeGreaterThan(40);
    expect(wrong).toEqual([]);
  });

  const needed = /^(server\/rate-limit|db\/client|server\/projects\/commands\/(limit-invitations|lock-draft))\.ts$/;
  const command = (body: string) =>
    new Map([
      ...[...sources].filter(([name]) => needed.test(name)),
      [
        "server/people/commands/planted.ts",
        `import { db } from "@/db/client";
         import { limit } from "@/server/rate-limit";
         import { limitInvitations } from "@/server/projects/commands/limit-invitations";
         import { findDraft } from "@/server/projects/commands/lock-draft";
         export async function planted(ctx, outer) { ${body} }`,
      ],
    ]);

  it.each([
    ["a rate limit", `await ctx.db.transaction(async (tx) => { await limit("projects", "x"); });`],
    ["a function that calls one", `await ctx.db.transaction(async (tx) => limitInvitations(ctx.actor, 1));`],
    ["the pool itself", `await ctx.db.transaction(async (tx) => { await db().select(); });`],
    ["the caller's connection", `await ctx.db.transaction(async (tx) => { await ctx.db.select(); });`],
    ["a query of the caller's", `await ctx.db.transaction(async (tx) => { await findDraft(ctx, "x"); });`],
    ["the pool under another name", `await outer.transaction(async (tx) => { await outer.select(); });`],
    [
      "a helper with a transaction",
      `async function helper(tx) { await limit("projects", "x"); } await helper(ctx.db);`,
    ],
  ])("is rejected when it uses %s", (_what, body) => {
    expect(graphOf(command(body)).wrong).toHaveLength(1);
  });

  it("may use its own connection", () => {
    const body = `await limit("projects", "x");
      await ctx.db.transaction(async (tx) => { const inside = { ...ctx, db: tx }; await inside.db.select(); });`;
    expect(graphOf(command(body)).wrong).toEqual([]);
  });
});
