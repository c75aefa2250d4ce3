import "server-only";
import { TRPCError } from "@trpc/server";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { db } from "@/db/client";
import { getReader } from "@/messages/server";
import { currentActor, currentMember } from "@/server/auth/actor";
import { clientIp } from "@/server/request";
import { createCallerFactory } from "@/server/procedures";
import { appRouter } from "./router";

const createCaller = createCallerFactory(appRouter);

/** The gate for pages: the same procedures, called in the process, with this request's person. */
export const serverApi = cache(async () => {
  const member = await currentMember();
  const actor = member?.actor ?? null;
  const context = {
    db: db(),
    actor,
    session: member?.session,
    now: new Date(),
    ip: clientIp(await headers()),
    locale: (await getReader()).locale,
  };
  // A page passes on what its address says: an address that does not parse is that of no page.
  return createCaller(context, {
    onError: ({ error }) => {
      if (error.code === "BAD_REQUEST") notFound();
    },
  });
});

/** The signed-in person, or the way to the sign-in page and back. */
export async function requireActor(returnTo: string) {
  const actor = await currentActor();
  if (!actor) redirect(`/sign-in?next=${encodeURIComponent(returnTo)}`);
  return actor;
}

/** A subject page answers a true 404 for what is absent, what is not the person's to see, and an address that names nothing. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (refused) {
    if (refused instanceof TRPCError && ["NOT_FOUND", "FORBIDDEN", "BAD_REQUEST"].includes(refused.code)) notFound();
    throw refused;
  }
}
