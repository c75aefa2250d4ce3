import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSettings, resolveSettings, SettingsError, settingNames } from "./env";

const own = {
  DATABASE_URL: "postgres://u:p@db/consorta",
  AUTH_SECRET: "x".repeat(32),
  APP_URL: "https://consorta.example.org/",
  SMTP_URL: "smtps://mail.example.org",
  MAIL_FROM: "Consorta <office@example.org>",
};

const sentences = (source: Record<string, string | undefined>): string[] => {
  try {
    readSettings(source);
  } catch (problem) {
    if (problem instanceof SettingsError) return problem.sentences;
    throw problem;
  }
  return [];
};

describe("settings", () => {
  it("need no value in embedded mode", () => {
    expect(readSettings({})).toMatchObject({ EMBEDDED: true, PORT: 3000, SIGN_UP: "open", WORKER: "in-process" });
  });

  it("treat an empty text as unset", () => {
    expect(readSettings({ DATABASE_URL: "", PORT: "" }).EMBEDDED).toBe(true);
  });

  it.each(["AUTH_SECRET", "APP_URL", "SMTP_URL", "MAIL_FROM"] as const)("report that %s is missing", (name) => {
    const messages = sentences({ ...own, [name]: undefined });
    expect(messages.some((sentence) => sentence.startsWith(name))).toBe(true);
  });

  it("report an owner of the tables without the role of the application", () => {
    expect(sentences({ MIGRATE_DATABASE_URL: own.DATABASE_URL })).toEqual([
      "DATABASE_URL is missing: MIGRATE_DATABASE_URL is the owner of the same database.",
    ]);
  });

  it("take one role for both where MIGRATE_DATABASE_URL is unset", () => {
    const owner = "postgres://owner:p@db/consorta";
    const resolved = (more: object) => resolveSettings(readSettings({ ...own, ...more }), { projectRoot: "/srv" });
    expect(resolved({}).MIGRATE_DATABASE_URL).toBe(own.DATABASE_URL);
    expect(resolved({ MIGRATE_DATABASE_URL: owner }).MIGRATE_DATABASE_URL).toBe(owner);
  });

  it("allow the demo without a mail server", () => {
    expect(sentences({ ...own, SMTP_URL: undefined, MAIL_FROM: undefined, DEMO: "1" })).toEqual([]);
  });

  it.each([
    ["PORT", "99999"],
    ["DATABASE_URL", "mysql://db"],
    ["MIGRATE_DATABASE_URL", "mysql://db"],
    ["AUTH_SECRET", "short"],
    ["APP_URL", "consorta.example.org"],
    ["SMTP_URL", "mail.example.org"],
    ["MAIL_FROM", "office"],
    ["SIGN_UP", "closed"],
    ["OPERATORS", "nobody"],
    ["MAX_FILE_BYTES", "5 GB"],
    ["RATE_LIMIT_FACTOR", "0"],
    ["DEMO", "yes"],
    ["LOG_LEVEL", "loud"],
    ["S3_BUCKET", "files"],
    ["OIDC_ISSUER", "https://login.example.org"],
  ])("refuse %s=%s with one message about it", (name, value) => {
    const messages = sentences({ ...own, [name]: value });
    expect(messages.length).toBeGreaterThan(0);
    for (const sentence of messages) expect(sentence).toMatch(/^[A-Z0-9_]+ .+[.)]$/);
    expect(messages.join(" ")).toContain(name);
  });

  it("use separate folders for demo files and files of real accounts", () => {
    const found = { projectRoot: "/srv", DATABASE_URL: own.DATABASE_URL, AUTH_SECRET: own.AUTH_SECRET };
    expect(resolveSettings(readSettings({}), { ...found, DEMO: true }).FILES_DIR).toBe("/srv/.data/demo-files");
    expect(resolveSettings(readSettings({}), { ...found, DEMO: false }).FILES_DIR).toBe("/srv/.data/files");
  });

  it("drop a trailing slash of APP_URL", () => {
    expect(resolveSettings(readSettings(own), { projectRoot: "/srv" }).APP_URL).toBe("https://consorta.example.org");
  });

  it("have one line each in .env.example", () => {
    const example = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
    const listed = [...example.matchAll(/^#?([A-Z][A-Z0-9_]*)=/gmu)].map(([, name]) => name);
    expect(listed.toSorted()).toEqual(settingNames.toSorted());
  });
});
