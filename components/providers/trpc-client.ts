"use client";

import { createTRPCClient, httpLink } from "@trpc/client";
import superjson from "superjson";
import type { AppRouter } from "@/server/trpc/router";

// Browsers let so much, in bytes, go out behind a page that is being left; a character takes three at most.
const outlivesPage = 60_000 / 3;

/** The gate, from the browser. Queries travel as POST too: a draft does not fit into an address. */
export const trpc = createTRPCClient<AppRouter>({
  links: [
    httpLink({
      url: "/api/trpc",
      transformer: superjson,
      methodOverride: "POST",
      // A write that was begun arrives, also when the page is closed under it.
      fetch: (url, options) =>
        fetch(url, {
          ...options,
          keepalive: typeof options?.body === "string" && options.body.length < outlivesPage,
        }),
    }),
  ],
});
