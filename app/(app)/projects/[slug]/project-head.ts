import { cache } from "react";
import { orNotFound, serverApi } from "@/server/trpc/rsc";

/** The project's head, read once for the page and its title. */
export const projectHead = cache(async (slug: string) => {
  const api = await serverApi();
  return orNotFound(api.projects.get({ slug }));
});
