import { TRPCError } from "@trpc/server";
import { cache } from "react";
import { serverApi } from "@/server/trpc/rsc";

/** The person's draft, or null while nothing has been kept under this address. */
export const keptDraft = cache(async (id: string) => {
  const api = await serverApi();
  try {
    return await api.projects.draft({ id });
  } catch (refused) {
    if (refused instanceof TRPCError && ["NOT_FOUND", "BAD_REQUEST"].includes(refused.code)) return null;
    throw refused;
  }
});
