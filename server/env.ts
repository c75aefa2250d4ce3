import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { isSubnet, noProxies, onePrivateProxy, type TrustedProxies } from "./network";

const GIB = 1024 ** 3;

/** The start is refused; `sentences` say which setting is wrong and how to correct it. */
export class SettingsError extends Error {
  constructor(readonly sentences: string[]) {
    super(sentences.join("\n"));
    this.name = "SettingsError";
  }
}

const flag = (name: string) =>
  z.enum(["0", "1"], `${name} must be 1 (on) or 0 (off).`).transform((value) => value === "1");

const wholeNumber = (name: string, min: number, max: number) =>
  z.coerce
    .number(`${name} must be a whole number.`)
    .int(`${name} must be a whole number.`)
    .min(min, `${name} must be at least ${min}.`)
    .max(max, `${name} must be at most ${max}.`);

const webAddress = (name: string, example: string) =>
  z.url({ protocol: /^https?$/, error: `${name} must be a web address such as ${example}.` });

const settings = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "DATABASE_URL must begin with postgres:// or postgresql://.")
    .optional(),
  MIGRATE_DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "MIGRATE_DATABASE_URL must begin with postgres:// or postgresql://.")
    .optional(),
  DATA_DIR: z.string().min(1).optional(),
  PORT: wholeNumber("PORT", 1, 65_535).default(3000),
  HOST: z.string().optional(),
  APP_URL: webAddress("APP_URL", "https://consorta.example.org")
    .transform((value) => value.replace(/\/+$/, ""))
    .optional(),
  AUTH_SECRET: z.string().min(32, "AUTH_SECRET must have at least 32 characters.").optional(),
  DEMO: flag("DEMO").optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "SMTP_URL must begin with smtp:// or smtps://.")
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/@/, "MAIL_FROM must hold an e-mail address, such as Consorta <office@example.org>.")
    .optional(),
  S3_ENDPOINT: webAddress("S3_ENDPOINT", "https://s3.example.org").optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default("eu-central-1"),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  OIDC_ISSUER: webAddress("OIDC_ISSUER", "https://login.example.org").optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60, "OIDC_NAME must have at most 60 characters.").optional(),
  SIGN_UP: z.enum(["open", "invitation"], "SIGN_UP must be open or invitation.").default("open"),
  ACT_LINKS: z.enum(["on", "off"], "ACT_LINKS must be on or off.").default("on"),
  OPERATORS: z
    .string()
    .default("")
    .transform((value) =>
      value
        .split(",")
        .map((address) => address.trim().toLowerCase())
        .filter((address) => address !== ""),
    )
    .refine((list) => list.every((address) => address.includes("@")), {
      error: "OPERATORS must be e-mail addresses separated by commas.",
    }),
  OPERATOR_NAME: z.string().optional(),
  OPERATOR_ADDRESS: z.string().optional(),
  OPERATOR_EMAIL: z.email("OPERATOR_EMAIL must be an e-mail address.").optional(),
  MAX_FILE_BYTES: wholeNumber("MAX_FILE_BYTES", 1, 1024 * GIB).default(5 * GIB),
  PROJECT_STORAGE_BYTES: wholeNumber("PROJECT_STORAGE_BYTES", 1, Number.MAX_SAFE_INTEGER).default(50 * GIB),
  WORKER: z.enum(["in-process", "off"], "WORKER must be in-process or off.").default("in-process"),
  LOG_LEVEL: z
    .enum(
      ["fatal", "error", "warn", "info", "debug", "silent"],
      "LOG_LEVEL must be fatal, error, warn, info, debug or silent.",
    )
    .default("info"),
  RATE_LIMIT_FACTOR: z.coerce
    .number("RATE_LIMIT_FACTOR must be a number.")
    .positive("RATE_LIMIT_FACTOR must be more than 0.")
    .default(1),
  TRUST_PROXY: z
    .string()
    .default("0")
    .transform((value, context): TrustedProxies => {
      if (value === "0") return noProxies;
      if (value === "1") return onePrivateProxy;
      const subnets = value.split(",").map((one) => one.trim());
      if (subnets.every(isSubnet)) return { subnets, hops: subnets.length };
      context.addIssue("TRUST_PROXY must be 0, 1, or the addresses of the proxies, such as 203.0.113.7,2001:db8::/32.");
      return z.NEVER;
    }),
});

/** The names of all settings; `.env.example` has a line for each. */
export const settingNames = Object.keys(settings.shape);

type Settings = z.output<typeof settings>;

/** Values that are known only at run time: in embedded mode the start finds them out. */
interface ResolvedSettings {
  /** True when the embedded PostgreSQL in DATA_DIR is used. */
  EMBEDDED: boolean;
  DATABASE_URL: string;
  /** The owner of the tables; DATABASE_URL where one role does both. */
  MIGRATE_DATABASE_URL: string;
  DATA_DIR: string;
  /** Directory of file contents when S3 is not configured. */
  FILES_DIR: string;
  APP_URL: string;
  AUTH_SECRET: string;
  DEMO: boolean;
}

export type Env = Omit<Settings, keyof ResolvedSettings> & ResolvedSettings;
type Source = Readonly<Record<string, string | undefined>>;

function together(values: Settings, names: (keyof Settings)[]): string[] {
  const missing = names.filter((name) => values[name] === undefined);
  if (missing.length === 0 || missing.length === names.length) return [];
  return missing.map((name) => `${name} is missing: ${names.join(", ")} belong together.`);
}

function missingOnAnOwnDatabase(values: Settings): string[] {
  const sentences: string[] = [];
  if (values.AUTH_SECRET === undefined) {
    sentences.push(
      "AUTH_SECRET is missing: with DATABASE_URL set, give a random text of at least 32 characters (openssl rand -base64 32).",
    );
  }
  if (values.APP_URL === undefined) {
    sentences.push(
      "APP_URL is missing: with DATABASE_URL set, give the address people open, such as https://consorta.example.org.",
    );
  }
  if (values.DEMO !== true) {
    if (values.SMTP_URL === undefined) {
      sentences.push(
        "SMTP_URL is missing: with DATABASE_URL set, give the mail server, such as smtps://user:password@mail.example.org.",
      );
    }
    if (values.MAIL_FROM === undefined) {
      sentences.push(
        "MAIL_FROM is missing: with DATABASE_URL set, give the sender of mails, such as Consorta <office@example.org>.",
      );
    }
  }
  return sentences;
}

/** Validates settings; throws a SettingsError with one sentence for each that is wrong or missing. */
export function readSettings(source: Source): Settings & { EMBEDDED: boolean } {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const read = settings.safeParse(filled);
  if (!read.success) throw new SettingsError(read.error.issues.map((issue) => issue.message));
  const values = read.data;
  const embedded = values.DATABASE_URL === undefined;
  const sentences = [
    ...together(values, ["S3_ENDPOINT", "S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"]),
    ...together(values, ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"]),
    ...(values.SMTP_URL === undefined ? [] : together(values, ["SMTP_URL", "MAIL_FROM"])),
    ...(embedded && values.MIGRATE_DATABASE_URL !== undefined
      ? ["DATABASE_URL is missing: MIGRATE_DATABASE_URL is the owner of the same database."]
      : []),
    ...(embedded ? [] : missingOnAnOwnDatabase(values)),
  ];
  if (sentences.length > 0) throw new SettingsError([...new Set(sentences)]);
  return { ...values, EMBEDDED: embedded };
}

/** The settings of this process's environment. */
export const settingsOfThisProcess = () => readSettings(process.env);

/** Combines the settings with the values found at the start. */
export function resolveSettings(
  values: ReturnType<typeof readSettings>,
  found: { projectRoot: string } & Partial<
    Pick<ResolvedSettings, "DATABASE_URL" | "MIGRATE_DATABASE_URL" | "DATA_DIR" | "APP_URL" | "AUTH_SECRET" | "DEMO">
  >,
): Env {
  const databaseUrl = found.DATABASE_URL ?? values.DATABASE_URL;
  const secret = found.AUTH_SECRET ?? values.AUTH_SECRET;
  if (databaseUrl === undefined || secret === undefined) {
    throw new SettingsError(["This needs the running instance: start it with npm start, or set DATABASE_URL."]);
  }
  const dataDir = path.resolve(found.projectRoot, found.DATA_DIR ?? values.DATA_DIR ?? ".data");
  const demo = found.DEMO ?? values.DEMO ?? false;
  return {
    ...values,
    DATABASE_URL: databaseUrl,
    MIGRATE_DATABASE_URL: found.MIGRATE_DATABASE_URL ?? values.MIGRATE_DATABASE_URL ?? databaseUrl,
    AUTH_SECRET: secret,
    DATA_DIR: dataDir,
    FILES_DIR: path.join(/* turbopackIgnore: true */ dataDir, values.EMBEDDED && demo ? "demo-files" : "files"),
    APP_URL: values.APP_URL ?? found.APP_URL ?? `http://localhost:${values.PORT}`,
    DEMO: demo,
  };
}

// The server's modules and Next's bundle are two module graphs of one process; they share values through globalThis.
const shared = globalThis as typeof globalThis & { consortaEnv?: Env };

/** Publishes these settings to the whole process, including Next's bundle. */
export function adoptEnv(values: Env): Env {
  shared.consortaEnv = values;
  // Auth.js reads its own address from the environment.
  process.env["AUTH_URL"] = values.APP_URL;
  return values;
}

/**
 * Passes the configuration that the build resolved to Next, as its standalone output does: otherwise Next loads a
 * compiler to read next.config.ts at every start. Call it before Next is created.
 */
export function adoptNextConfig(projectRoot: string): void {
  const built = readFileSync(
    path.join(/* turbopackIgnore: true */ projectRoot, ".next/required-server-files.json"),
    "utf8",
  );
  const { config } = JSON.parse(built) as { config: unknown };
  process.env["__NEXT_PRIVATE_STANDALONE_CONFIG"] = JSON.stringify(config);
}

/** The validated settings of this process. */
export function env(): Env {
  shared.consortaEnv ??= resolveSettings(settingsOfThisProcess(), { projectRoot: process.cwd() });
  return shared.consortaEnv;
}
