"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False in the HTML of the server and until React handles the events of the page. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
