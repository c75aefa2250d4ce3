import type { z } from "zod";
import type { Api, World } from "./world";

/** Values that fields do not expect and that often crash servers. */
export const badValues: readonly unknown[] = [
  "",
  "\0",
  "a\0b",
  "\ud800",
  "x".repeat(100_000),
  "\u202egnp.exe",
  "e\u0301\u200b",
  "<script>alert(1)</script>",
  "' or 1=1 --",
  "../../../etc/passwd",
  "%00",
  "x!",
  "0000-01-01",
  "9999-12-31",
  "+275760-09-13",
  "00000000-0000-0000-0000-000000000000",
  "01890000-0000-7000-8000-00000000zzzz",
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  1e308,
  -1,
  1.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  null,
  true,
  [],
  ["\0"],
  {},
  new Date(Number.NaN),
  10n ** 30n,
];

type Path = readonly (string | number)[];

/** Parts of a schema's definition that hold other schemas. */
interface Definition {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  in?: z.ZodType;
  options?: z.ZodType[];
  entries?: Record<string, unknown>;
  values?: unknown[];
  format?: string;
}
const definitionOf = (schema: z.ZodType) => schema.def as unknown as Definition;

/** The schema inside optional(), default(), transforms and similar wrappers. */
function bare(schema: z.ZodType): z.ZodType {
  const { innerType, type, in: input } = definitionOf(schema);
  if (innerType) return bare(innerType);
  // z.preprocess is a pipe from a transform: its second part validates.
  if (type === "pipe" && input) {
    const { out } = schema.def as unknown as { out: z.ZodType };
    return definitionOf(input).type === "transform" ? bare(out) : bare(input);
  }
  return schema;
}

/** The paths of all values that a schema reads; of a list, those of its first entry. */
export function leavesOf(schema: z.ZodType, at: Path = []): Path[] {
  const { shape, element, options, type } = definitionOf(bare(schema));
  if (shape) return Object.entries(shape).flatMap(([name, part]) => leavesOf(part, [...at, name]));
  if (element) return [at, ...leavesOf(element, [...at, 0])];
  if (type === "union" && options) return options.flatMap((option) => leavesOf(option, at));
  return [at];
}

/** A small valid value of a schema, for parts that the valid call leaves out. */
function sampleOf(schema: z.ZodType): unknown {
  const { shape, element, options, entries, values, type, format } = definitionOf(bare(schema));
  if (shape) {
    const needed = Object.entries(shape).filter(([, part]) => !part.safeParse(undefined).success);
    return Object.fromEntries(needed.map(([name, part]) => [name, sampleOf(part)]));
  }
  if (element) return [sampleOf(element)];
  if (options?.[0]) return sampleOf(options[0]);
  if (entries) return Object.values(entries)[0];
  if (values) return values[0];
  if (type === "number") return 1;
  if (type === "boolean") return true;
  if (format === "uuid") return "01890000-0000-7000-8000-000000000001";
  if (format === "date") return "2026-09-01";
  return "ana@example.org";
}

/** The input with one value replaced; missing parents are filled with samples. */
export function withValue(schema: z.ZodType, input: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const { shape, element, options } = definitionOf(bare(schema));
  if (options) {
    const fitting = options.find((option) => {
      const inner = definitionOf(bare(option));
      return typeof step === "number" ? inner.element : inner.shape && step in inner.shape;
    });
    return fitting ? withValue(fitting, input, path, value) : value;
  }
  if (typeof step === "number") {
    if (!element) return value;
    const list = Array.isArray(input) && input.length > 0 ? (input as unknown[]) : [sampleOf(element)];
    return [withValue(element, list[0], rest, value), ...list.slice(1)];
  }
  const part = shape?.[step];
  if (!part) return value;
  const record = (typeof input === "object" && input !== null ? input : sampleOf(schema)) as Record<string, unknown>;
  return { ...record, [step]: withValue(part, record[step], rest, value) };
}

/** The input with which a call of the table calls its procedure. */
export async function inputOf(call: (api: Api, world: World) => Promise<unknown>, world: World): Promise<unknown> {
  let seen: unknown;
  const procedure = (input: unknown) => {
    seen = input;
    return Promise.resolve();
  };
  const noun = new Proxy({}, { get: () => procedure });
  await call(new Proxy({}, { get: () => noun }) as unknown as Api, world);
  return seen;
}
