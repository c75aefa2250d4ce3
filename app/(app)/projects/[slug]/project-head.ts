import { cache } from "react";
import { orNotFound, serverApi } from "@/server/trpc/rsc";

/** The project summary; cached, because the page and its title need it. */
export const projectHead = cache(async (slug: string) => {
  const api = await serverApi();
  return orNotFound(api.projects.get({ slug }));
});
