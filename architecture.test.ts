import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = import.meta.dirname;
const topFolders = ["domain", "db", "server", "components", "app", "messages", "e2e", "scripts"];

function walk(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    return entry.isDirectory() ? walk(name) : [name];
  });
}

const everyFile = topFolders.flatMap(walk);
const sources = everyFile.filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !name.endsWith(".d.ts"));
const textOf = new Map(sources.map((name) => [name, readFileSync(path.join(root, name), "utf8")]));
const isTest = (name: string) => /\.(test|spec)\.tsx?$/.test(name);
const offenders = (wrong: (name: string, text: string) => boolean) =>
  [...textOf].filter(([name, text]) => wrong(name, text)).map(([name]) => name);

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

function importsOf(from: string, text: string): Import[] {
  const found = text.matchAll(/(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"|import\("([^"]+)"\)/g);
  return [...found].flatMap(([, typeOnly, named, dynamic]) => {
    const specifier = named ?? dynamic ?? "";
    if (specifier.startsWith("@/")) return [{ from, to: specifier.slice(2), typeOnly: typeOnly !== undefined }];
    if (!specifier.startsWith(".")) return [{ from, to: `npm:${specifier}`, typeOnly: typeOnly !== undefined }];
    const to = path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier));
    return [{ from, to, typeOnly: typeOnly !== undefined }];
  });
}

const imports = [...textOf].flatMap(([name, text]) => importsOf(name, text));
const topFolder = (name: string) => name.split("/")[0] ?? "";
const breaking = (rule: (one: Import) => boolean) =>
  imports.filter((one) => !isTest(one.from) && rule(one)).map(({ from, to }) => `${from} -> ${to}`);

/** Allowed imports between top folders; `type` allows type imports only. */
const table: Record<string, Record<string, "yes" | "type">> = {
  domain: {},
  db: { domain: "yes" },
  messages: { domain: "yes" },
  server: { domain: "yes", db: "yes", messages: "yes" },
  components: { domain: "yes", messages: "yes", server: "type" },
  app: { domain: "yes", components: "yes", server: "yes", messages: "yes" },
  e2e: { domain: "yes", server: "yes" },
  scripts: { domain: "yes", db: "yes", server: "yes", messages: "yes" },
};

/**
 * The modules of the server that pages and routes may import; they read data through the API. The rules of the
 * programme are pure functions for everyone, so public pages call them directly.
 */
const entryPoints =
  /^server\/(trpc\/|auth\/|sign-in\/|files\/|mail\/stop|health$|log$|demo-mode$|request$|security-headers$|env$|signed-address$|programme\/|[\w-]+\/(pages?|rule-pages|present))/;

/** Folders of the server that may import the database. */
const speaksToDb =
  /^server\/([\w-]+\/(queries|commands)(\/|\.|$)|activity\/|events\/|auth\/|sign-in\/|trpc\/|files\/|live\/|jobs\/|uploads\/|worker\/|mail\/|demo\/|testing\/|boot\.ts|health\.ts|rate-limit\.ts|lock-subject\.ts)/;

describe("imports", () => {
  it("are found by this test", () => {
    expect(imports).toContainEqual({ from: "server/boot.ts", to: "db/embedded", typeOnly: false });
    expect(imports.length).toBeGreaterThan(sources.length);
  });

  it("follow the table between the top folders", () => {
    const wrong = breaking(({ from, to, typeOnly }) => {
      const [mine, other] = [topFolder(from), topFolder(to)];
      if (mine === other || !topFolders.includes(other) || to.startsWith("npm:")) return false;
      const allowed = table[mine]?.[other];
      return allowed === undefined || (allowed === "type" && !typeOnly);
    });
    expect(wrong).toEqual([]);
  });

  it("keep frameworks, clocks and I/O out of the domain", () => {
    // zod validates shapes and any-ascii transliterates text: both are pure functions.
    expect(breaking(({ from, to }) => topFolder(from) === "domain" && /^npm:(?!(zod|any-ascii)$)/.test(to))).toEqual(
      [],
    );
    const zod = ({ from, to }: Import) =>
      topFolder(from) === "domain" && to === "npm:zod" && !/^domain\/(schemas|events)\//.test(from);
    expect(breaking(zod)).toEqual([]);
    expect(
      offenders(
        (name, text) =>
          topFolder(name) === "domain" &&
          !isTest(name) &&
          /Date\.now\(|new Date\(\)|Math\.random\(|process\.|\bfetch\(/.test(text),
      ),
    ).toEqual([]);
  });

  it("reach the database only from queries, commands and infrastructure", () => {
    const wrong = ({ from, to, typeOnly }: Import) =>
      topFolder(from) === "server" && /^db\/(client|schema)/.test(to) && !typeOnly && !speaksToDb.test(from);
    expect(breaking(wrong)).toEqual([]);
  });

  it("of the server by pages go through its entry points", () => {
    expect(
      breaking(
        ({ from, to, typeOnly }) =>
          topFolder(from) === "app" && topFolder(to) === "server" && !typeOnly && !entryPoints.test(to),
      ),
    ).toEqual([]);
  });

  it("keep Next out of code that the worker runs", () => {
    const wrong = ({ from, to }: Import) =>
      /^npm:(next|next-intl|next-auth)(\/|$)/.test(to) &&
      (/^(domain|db)\//.test(from) || /^server\/[\w-]+\/(queries|commands)/.test(from));
    expect(breaking(wrong)).toEqual([]);
  });

  it("keep nouns out of components/ui", () => {
    const wrong = ({ from, to }: Import) =>
      from.startsWith("components/ui/") &&
      (topFolder(to) === "domain" || (topFolder(to) === "components" && !to.startsWith("components/ui/")));
    expect(breaking(wrong)).toEqual([]);
  });

  it("keep the database out of the rules of the programme", () => {
    expect(breaking(({ from, to }) => from.startsWith("server/programme/") && topFolder(to) === "db")).toEqual([]);
  });

  it("between nouns go in one direction", () => {
    const nounOf = (name: string) => /^server\/([\w-]+)\/(?:commands|queries)(?:\/|\.|$)/.exec(name)?.[1];
    const follows = new Map<string, Set<string>>();
    for (const { from, to, typeOnly } of imports) {
      const [mine, other] = [nounOf(from), nounOf(to)];
      if (!mine || !other || mine === other || typeOnly || isTest(from)) continue;
      follows.set(mine, (follows.get(mine) ?? new Set()).add(other));
    }
    const reach = (noun: string, seen: Set<string>): Set<string> => {
      for (const next of follows.get(noun) ?? []) if (!seen.has(next)) reach(next, seen.add(next));
      return seen;
    };
    expect(follows.size).toBeGreaterThan(1);
    expect([...follows.keys()].filter((noun) => reach(noun, new Set()).has(noun))).toEqual([]);
  });

  it.each(["components", "components/projects", "server", "server/files", "server/jobs"])(
    "have no cycle between the folders and files of %s",
    (folder) => {
      /** The folder or file directly below `folder` that contains a file. */
      const childOf = (name: string) =>
        name.startsWith(`${folder}/`) && !name.startsWith("server/testing/")
          ? name
              .slice(folder.length + 1)
              .split("/")[0]
              ?.replace(/\.tsx?$/, "")
          : undefined;
      const follows = new Map<string, Set<string>>();
      for (const { from, to } of imports) {
        const [mine, other] = [childOf(from), childOf(to)];
        if (!mine || !other || mine === other || isTest(from)) continue;
        follows.set(mine, (follows.get(mine) ?? new Set()).add(other));
      }
      const reach = (name: string, seen: Set<string>): Set<string> => {
        for (const next of follows.get(name) ?? []) if (!seen.has(next)) reach(next, seen.add(next));
        return seen;
      };
      expect(follows.size).toBeGreaterThan(1);
      expect([...follows.keys()].filter((name) => reach(name, new Set()).has(name))).toEqual([]);
    },
  );

  it("keep nouns out of components/shared", () => {
    const nounFolder = /^components\/(?!ui\/|shared\/|providers\/|pictures\/)/;
    expect(breaking(({ from, to }) => from.startsWith("components/shared/") && nounFolder.test(to))).toEqual([]);
  });

  it("never use the router of another noun", () => {
    const noun = (name: string) => name.split("/")[1] ?? "";
    const wrong = ({ from, to }: Import) =>
      topFolder(from) === "server" &&
      noun(from) !== "trpc" &&
      noun(to) !== "trpc" &&
      noun(from) !== noun(to) &&
      /^server\/[\w-]+\/router$/.test(to);
    expect(breaking(wrong)).toEqual([]);
  });
});

describe("files", () => {
  it("are named in kebab-case and by their topic", () => {
    const routes = /^(app|e2e)\//;
    const odd = everyFile.filter(
      (name) => !routes.test(name) && /\.(ts|tsx|mjs)$/.test(name) && !/^[a-z0-9./-]+$/.test(name),
    );
    expect(odd).toEqual([]);
    expect(everyFile.filter((name) => /(^|\/)(utils?|helpers?|misc|common|lib|types)(\/|\.tsx?$)/.test(name))).toEqual(
      [],
    );
    expect(everyFile.filter((name) => /(^|\/)index\.tsx?$/.test(name))).toEqual(["db/schema/index.ts"]);
  });

  it("have at most 300 lines, tests 500", () => {
    const long = offenders((name, text) => text.split("\n").length > (isTest(name) ? 501 : 301));
    expect(long).toEqual([]);
  });

  it("contain no postponed work, disabled lint rules or skipped tests", () => {
    const marks = new RegExp(
      [
        "TO" + "DO",
        "FIX" + "ME",
        "eslint-" + "disable",
        "@ts-" + "ignore",
        "@ts-" + "nocheck",
        "@ts-expect" + "-error",
      ].join("|"),
    );
    expect(offenders((_name, text) => marks.test(text))).toEqual([]);
    expect(
      offenders((name, text) => isTest(name) && /\b(it|test|describe)\.(skip|only|todo|fixme)\b/.test(text)),
    ).toEqual([]);
  });

  it("name no package registry", () => {
    const registry = new RegExp(["registry\\.npm" + "js", "npm" + "mirror", '"resolved":'].join("|"));
    expect(offenders((_name, text) => registry.test(text))).toEqual([]);
    expect(readFileSync(path.join(root, "package-lock.json"), "utf8")).not.toMatch(registry);
  });
});

describe("conventions", () => {
  it("read the environment in one place", () => {
    const allowed = /^(server\/env\.ts|server\/testing\/|scripts\/|e2e\/|db\/embedded\.ts)/;
    const reads = (text: string) =>
      /process\.env/.test(text.replaceAll(/process\.env(\.|\[")(NODE_ENV|NEXT_RUNTIME)/g, ""));
    expect(offenders((name, text) => !allowed.test(name) && reads(text))).toEqual([]);
  });

  it("refresh the page through components/providers/page-actions.tsx, which never leaves it", () => {
    expect(/\brouter\.refresh\(/.test("router.refresh()")).toBe(true);
    expect(offenders((name, text) => !isTest(name) && /\brouter\.refresh\(/.test(text))).toEqual([]);
  });

  it("keep unsaved text in every form: MutationForm asks for the name of its draft, other forms use useUnsavedText", () => {
    const form = /<form\b(?![^>]*method="get")/s;
    // A single password field and a choice between two texts that are both stored already.
    const nothingToKeep = ["components/people/sign-in-form.tsx", "components/shared/both-texts.tsx"];
    expect(form.test('<form className="grid" method="post">')).toBe(true);
    expect(form.test('<form\n  method="get">')).toBe(false);
    const keeps = (text: string) => text.includes("useUnsavedText(");
    const inPages = /^(app|components)\//;
    expect(
      offenders(
        (name, text) =>
          inPages.test(name) && !isTest(name) && !nothingToKeep.includes(name) && form.test(text) && !keeps(text),
      ),
    ).toEqual([]);
  });

  it("write activity in one place", () => {
    const writes = /\.insert\(\s*activity\s*\)|insert into "?activity"?\b/i;
    const allowed = /^server\/(events\/record\.ts|testing\/|demo\/)|^scripts\/bench/;
    expect(offenders((name, text) => !allowed.test(name) && !isTest(name) && writes.test(text))).toEqual([]);
  });

  it("validate text, ids and numbers with the shared schemas of domain/schemas/input.ts", () => {
    const bare = /\bz\s*\.(coerce\s*\.(?!boolean)\w+|string|uuid|guid|iso|email|number\(\)\s*\.int)\b/;
    const own = /\.pipe\(z\.email\(/;
    // public.ts holds the shapes of what public procedures return, not of input.
    const schemas = /^(domain\/schemas\/(?!(input|public)\.)|server\/[\w-]+\/router\.ts)/;
    expect(bare.test("z\n  .string()")).toBe(true);
    expect(offenders((name, text) => schemas.test(name) && bare.test(text.replace(own, "")))).toEqual([]);
  });

  it("show names of languages and countries through domain/display-names.ts", () => {
    expect(offenders((name, text) => name !== "domain/display-names.ts" && text.includes("Intl.DisplayNames"))).toEqual(
      [],
    );
  });

  it("use colours of the tokens only", () => {
    const palette =
      /\b(?:bg|text|border|ring|fill|stroke|from|to|via|outline|decoration|accent|divide|shadow)-(?:slate|gray|zinc|neutral|stone|red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose)-\d{2,3}\b/;
    expect(offenders((name, text) => name.endsWith(".tsx") && palette.test(text))).toEqual([]);
  });

  it("test every noun of the server", () => {
    const nouns = readdirSync(path.join(root, "server"), { withFileTypes: true })
      .filter(
        (entry) => entry.isDirectory() && entry.name !== "trpc" && everyFile.includes(`server/${entry.name}/router.ts`),
      )
      .map((entry) => entry.name);
    const untested = nouns.filter(
      (noun) => !everyFile.some((name) => name.startsWith(`server/${noun}/`) && isTest(name)),
    );
    expect(untested).toEqual([]);
  });
});
