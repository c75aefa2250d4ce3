import pino, { type Logger } from "pino";

// Both module graphs of the process share one logger.
const shared = globalThis as typeof globalThis & { consortaLog?: Logger };

const secretKeys = ["password", "token", "secret", "authorization", "cookie", "email", "address", "input", "payload"];

/**
 * The application log. Keys with input, addresses or secrets are redacted, also when a caller passes them by mistake.
 * Of an error, type, code and stack are logged; its message only when JavaScript created it, because messages of
 * databases and mail servers quote values.
 */
export const log: Logger = (shared.consortaLog ??= pino({
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: secretKeys.flatMap((key) => [key, `*.${key}`]), censor: "[kept out]" },
  serializers: { err: describeError, error: describeError, cause: describeError },
}));

function describeError(thrown: unknown): Record<string, unknown> {
  if (!(thrown instanceof Error)) return { kind: typeof thrown };
  const { code, digest } = thrown as Error & { code?: unknown; digest?: unknown };
  return {
    kind: thrown.name,
    ...(thrown instanceof TypeError || thrown instanceof ReferenceError ? { message: thrown.message } : {}),
    ...(typeof code === "string" ? { code } : {}),
    ...(typeof digest === "string" ? { digest } : {}),
    at: stackWithoutMessage(thrown),
    ...(thrown.cause === undefined ? {} : { cause: describeError(thrown.cause) }),
  };
}

function stackWithoutMessage(thrown: Error): string[] {
  return (thrown.stack ?? "")
    .split("\n")
    .filter((line) => line.startsWith("    at "))
    .slice(0, 12)
    .map((line) => line.trim());
}
