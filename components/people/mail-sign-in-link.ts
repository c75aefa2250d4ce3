"use client";

import { trpc } from "../providers/trpc-client";
import { refusalOf } from "../shared/use-act";
import type { Entered } from "./enter";

/** Asks for a sign-in link by mail; whether the address is known is not said. */
export async function mailSignInLink(email: string): Promise<Entered> {
  try {
    await trpc.people.mailSignInLink.mutate({ email });
    return { ok: true };
  } catch (refused) {
    return { ok: false, code: refusalOf(refused).code };
  }
}
