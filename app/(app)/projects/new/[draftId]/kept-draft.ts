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
 * The person's draft, or null while nothing is saved under this id. Redirects to the partnership that was created from
 * the draft.
 */
export const keptDraft = cache(async (id: string) => {
  const draft = await find(id);
  if (draft?.madeInto) redirect(`/projects/${draft.madeInto}`);
  return draft;
});
