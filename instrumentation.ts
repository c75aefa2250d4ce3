import type { Instrumentation } from "next";

/** Errors of pages and routes go to the log; of the request only its route is kept. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("@/server/log");
  log.error(
    { err: error, method: request.method, route: context.routePath, kind: context.routeType },
    "A page failed.",
  );
};
