"use client";

import { useState } from "react";
import { v7 as uuid } from "uuid";

/**
 * The id of what a form adds: the same for all attempts, because a repeated id adds nothing; `renew` makes the next one.
 * `key` is the key of the form, so that it is empty for the next one. It is not the id, which each rendering makes anew:
 * React finds the answer to a form that was posted without scripts by its key.
 */
export function useNewId(first?: string) {
  const [{ id, key }, set] = useState(() => ({ id: first ?? uuid(), key: 0 }));
  return { id, key, renew: () => set({ id: uuid(), key: key + 1 }) };
}
