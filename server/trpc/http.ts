import "server-only";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import { db } from "@/db/client";
import { DomainError } from "@/domain/errors";
import { memberFromCookieHeader } from "@/server/auth/session";
import { log } from "@/server/log";
import { clientIp, requireSameOrigin } from "@/server/request";
import type { Ctx } from "./init";
import { appRouter } from "./router";

const maxBodyBytes = 1_000_000;

/** An answer of 403 when another site sent this write, else null. */
export function refuseForeignOrigin(request: Request): Response | null {
  try {
    requireSameOrigin(request);
    return null;
  } catch (refused) {
    if (refused instanceof DomainError) return new Response("Forbidden", { status: 403 });
    throw refused;
  }
}

/** The refusal of an endless body, in the shape of every other refusal of the gate. */
function tooLarge(): Response {
  const data = { code: "PAYLOAD_TOO_LARGE", httpStatus: 413, problem: "input.too_long", fields: {}, params: {} };
  const json = { message: "input.too_long", code: TRPC_ERROR_CODES_BY_KEY.PAYLOAD_TOO_LARGE, data };
  return Response.json({ error: { json } }, { status: 413 });
}

/** The gate over HTTP: same-origin writes, bounded bodies, the actor of the session cookie. */
export async function handleTrpc(request: Request): Promise<Response> {
  const foreign = refuseForeignOrigin(request);
  if (foreign) return foreign;
  if (Number(request.headers.get("content-length") ?? 0) > maxBodyBytes) {
    return tooLarge();
  }
  const now = new Date();
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    allowBatching: false,
    allowMethodOverride: true,
    createContext: async (): Promise<Ctx> => {
      const member = await memberFromCookieHeader(db(), request.headers.get("cookie"), now);
      const actor = member?.actor ?? null;
      return {
        db: db(),
        actor,
        session: member?.session,
        now,
        ip: clientIp(request.headers),
        locale: actor?.locale ?? "en",
      };
    },
    onError({ error, path }) {
      if (error.code === "INTERNAL_SERVER_ERROR" && error.cause)
        log.error({ err: error.cause, procedure: path }, "request failed");
    },
  });
}
