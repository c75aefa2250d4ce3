"use server";

import { refresh } from "next/cache";

/** Renders the open page anew, for the session of the request. It reads and writes nothing itself. */
export async function refreshPage(): Promise<void> {
  refresh();
  await Promise.resolve();
}
