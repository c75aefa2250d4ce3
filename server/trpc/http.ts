import "server-only";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { NextRequest } from "next/server";
import { db } from "@/db/client";
import { DomainError } from "@/domain/errors";
import { pagePersonHeader } from "@/domain/page-person";
import { negotiateReader } from "@/messages/negotiate";
import { memberFromCookieHeader } from "@/server/auth/session";
import type { Context } from "@/server/context";
import { refusalFor, retryAfterSeconds } from "@/server/refusal";
import { log } from "@/server/log";
import { clientIp, requireSameOrigin } from "@/server/request";
import { asTrpcError } from "@/server/procedures";
import { appRouter } from "./router";

/** A 403 response when another site sent this write, else null. */
export async function refuseForeignOrigin(request: Request): Promise<Response | null> {
  try {
    requireSameOrigin(request.method, (name) => request.headers.get(name));
    return null;
  } catch (refused) {
    if (!(refused instanceof DomainError)) throw refused;
    const { body, ...init } = await refusalFor(new URL(request.url).pathname, refused.code);
    return new Response(body, init);
  }
}

/** The API over HTTP: same-origin writes, the actor of the session cookie. server/http limits bodies and time. */
export async function handleTrpc(request: NextRequest): Promise<Response> {
  const foreign = await refuseForeignOrigin(request);
  if (foreign) return foreign;
  const now = new Date();
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    allowBatching: false,
    allowMethodOverride: true,
    createContext: async (): Promise<Context> => {
      const member = await memberFromCookieHeader(db(), request.headers.get("cookie"), now).catch(
        (problem: unknown) => {
          throw asTrpcError(problem, "the session");
        },
      );
      const actor = member?.actor ?? null;
      return {
        db: db(),
        actor,
        session: member?.session,
        pagePerson: request.headers.get(pagePersonHeader) ?? undefined,
        now,
        ip: clientIp(request.headers),
        locale: negotiateReader({
          person: actor,
          cookies: request.cookies,
          acceptLanguage: request.headers.get("accept-language"),
        }).locale,
      };
    },
    responseMeta({ errors }) {
      const headers = new Headers({ "Cache-Control": "no-store" });
      if (errors.some((error) => error.code === "SERVICE_UNAVAILABLE")) {
        headers.set("Retry-After", String(retryAfterSeconds));
      }
      return { headers };
    },
    onError({ error, path }) {
      if (error.code === "INTERNAL_SERVER_ERROR" && error.cause)
        log.error({ err: error.cause, procedure: path }, "request failed");
    },
  });
}
