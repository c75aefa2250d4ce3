import { actLinkInput, allowActLinksInput, actByLinkInput } from "@/domain/schemas/act-links";
import { memberProcedure, publicProcedure, router } from "@/server/procedures";
import { allowLinks, disownLinks } from "./commands/end-links";
import { actByLink } from "./commands/act-by-link";
import { findActPage } from "./queries/find-page";

/** Links of e-mails with which a person does one thing without a sign-in. */
export const actLinksRouter = router({
  find: publicProcedure.input(actLinkInput).query(({ ctx, input }) => findActPage(ctx, input)),
  act: publicProcedure.input(actByLinkInput).mutation(({ ctx, input }) => actByLink(ctx, input)),
  disown: publicProcedure.input(actLinkInput).mutation(({ ctx, input }) => disownLinks(ctx, input)),
  allow: memberProcedure.input(allowActLinksInput).mutation(({ ctx, input }) => allowLinks(ctx, input)),
});
