"use client";

import { createTRPCClient, httpLink } from "@trpc/client";
import superjson from "superjson";
import { pagePersonHeader } from "@/domain/page-person";
import type { AppRouter } from "@/server/trpc/router";
import { pagePerson } from "./page-person";

// Browsers limit keepalive requests to this many bytes; a character takes at most three.
const outlivesPage = 60_000 / 3;

/** The API client of the browser. Queries use POST too, because a draft does not fit into an address. */
export const trpc = createTRPCClient<AppRouter>({
  links: [
    httpLink({
      url: "/api/trpc",
      transformer: superjson,
      methodOverride: "POST",
      headers: () => {
        const person = pagePerson();
        return person === null ? {} : { [pagePersonHeader]: person };
      },
      // keepalive, so that a write arrives when the page is closed meanwhile.
      fetch: (url, options) =>
        fetch(url, {
          ...options,
          keepalive: typeof options?.body === "string" && options.body.length < outlivesPage,
        }),
    }),
  ],
});
