import "server-only";
import { TRPCError } from "@trpc/server";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { db } from "@/db/client";
import { DomainError } from "@/domain/errors";
import { getReader } from "@/messages/server";
import { currentActor, currentMember } from "@/server/auth/actor";
import { clientIp } from "@/server/request";
import { createCallerFactory } from "@/server/procedures";
import { appRouter } from "./router";

const createCaller = createCallerFactory(appRouter);

/** The API for pages: the same procedures, called in the process, with the person of the request. */
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
  // Input comes from the page's address: an invalid address is answered as a page that does not exist. A refusal by a
  // rule is thrown, so that the page can say what to do.
  return createCaller(context, {
    onError: ({ error }) => {
      if (error.code === "BAD_REQUEST" && !(error.cause instanceof DomainError)) notFound();
    },
  });
});

/** The signed-in person; redirects to the sign-in page, which leads back, when there is none. */
export async function requireActor(returnTo: string) {
  const actor = await currentActor();
  if (!actor) redirect(`/sign-in?next=${encodeURIComponent(returnTo)}`);
  return actor;
}

/** Null for a subject that does not exist. */
export async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (refused) {
    if (refused instanceof TRPCError && refused.code === "NOT_FOUND") return null;
    throw refused;
  }
}

/** Responds with 404 for a subject that does not exist, that the person may not see, or whose address is invalid. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (refused) {
    if (refused instanceof TRPCError && ["NOT_FOUND", "FORBIDDEN", "BAD_REQUEST"].includes(refused.code)) notFound();
    throw refused;
  }
}
