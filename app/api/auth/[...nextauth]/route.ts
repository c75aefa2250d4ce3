import { availableParallelism } from "node:os";
import type { NextRequest } from "next/server";
import pLimit from "p-limit";
import { handlers } from "@/server/auth/auth";
import { refuseForeignOrigin } from "@/server/trpc/http";

// The body has arrived when this runs (server/http/body.ts): a slow sender never holds a turn.
// A class that signs in at once must not keep all pages waiting: more at a time than can be hashed gains nobody anything.
const inTurn = pLimit(3 * availableParallelism());

export const GET = handlers.GET;

export async function POST(request: NextRequest): Promise<Response> {
  return (await refuseForeignOrigin(request)) ?? inTurn(() => handlers.POST(request));
}
