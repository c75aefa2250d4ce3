import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { db } from "@/db/client";
import type { Actor } from "@/domain/actor";
import { memberFromCookieHeader } from "./session";

/** The signed-in person of this request and their session; cached, so that it is loaded once per request. */
export const currentMember = cache(async () => {
  return memberFromCookieHeader(db(), (await headers()).get("cookie"), new Date());
});

/** The signed-in person of this request, or null. */
export const currentActor = async (): Promise<Actor | null> => (await currentMember())?.actor ?? null;
