"use client";

import { useState } from "react";
import { v7 as uuid } from "uuid";

/**
 * The id of what a form adds, the same for all attempts; `renew` begins the next one. `key` is for the form: React finds
 * the answer to a form that was posted without scripts by its key, which the id cannot be, as each rendering makes one.
 */
export function useNewId(first?: string) {
  const [{ id, key }, set] = useState(() => ({ id: first ?? uuid(), key: 0 }));
  return { id, key, renew: () => set({ id: uuid(), key: key + 1 }) };
}
