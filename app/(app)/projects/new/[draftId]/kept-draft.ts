import { TRPCError } from "@trpc/server";
import { redirect } from "next/navigation";
import { cache } from "react";
import { serverApi } from "@/server/trpc/rsc";

const find = async (id: string) => {
  const api = await serverApi();
  try {
    return await api.projects.draft({ id });
  } catch (refused) {
    if (refused instanceof TRPCError && ["NOT_FOUND", "BAD_REQUEST"].includes(refused.code)) return null;
    throw refused;
  }
};

/**
 * The person's draft, or null while nothing has been kept under this address. Whoever goes back to a draft that became
 * a partnership is led to it.
 */
export const keptDraft = cache(async (id: string) => {
  const draft = await find(id);
  if (draft?.madeInto) redirect(`/projects/${draft.madeInto}`);
  return draft;
});
