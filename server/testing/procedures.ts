import type { z } from "zod";
import { appRouter } from "@/server/trpc/router";

interface Procedure {
  _def: { type: "query" | "mutation"; inputs: z.ZodType[] };
}

// tRPC stores procedures flat by path, but types them as a nested router.
const flat = appRouter._def.procedures as unknown as Record<string, Procedure>;

/** Every procedure by its path, with its kind and its input schema (undefined when it takes none). */
export const procedures = new Map(
  Object.entries(flat).map(([path, { _def }]) => [path, { type: _def.type, input: _def.inputs[0] }]),
);
