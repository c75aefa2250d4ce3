"use client";

import { trpc } from "../providers/trpc-client";
import { refusalOf } from "../shared/use-mutation";
import type { SignInResult } from "./authentication";

/** Requests a sign-in link by e-mail; the response does not show whether the address is known. */
export async function mailSignInLink(email: string): Promise<SignInResult> {
  try {
    await trpc.people.mailSignInLink.mutate({ email });
    return { ok: true };
  } catch (refused) {
    return { ok: false, code: refusalOf(refused).code };
  }
}
