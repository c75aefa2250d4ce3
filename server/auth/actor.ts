import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { db } from "@/db/client";
import type { Actor } from "@/domain/actor";
import { actorFromCookieHeader } from "./session";

/** The signed-in person of this request, loaded once however often it is asked for. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  return actorFromCookieHeader(db(), (await headers()).get("cookie"), new Date());
});
