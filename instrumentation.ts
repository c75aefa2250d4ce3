import type { Instrumentation } from "next";
import { markUnavailable } from "@/server/http/unavailable-pages";
import { asUnavailable } from "@/server/unavailable";

/** Logs errors of pages and routes, with the route and nothing else of the request. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const requestId = request.headers["x-request-id"];
  // Called before the first await, because the response may be sent meanwhile.
  if (typeof requestId === "string" && asUnavailable(error)) markUnavailable(requestId);
  const { log } = await import("@/server/log");
  log.error(
    { err: error, method: request.method, route: context.routePath, kind: context.routeType },
    "A page failed.",
  );
};
