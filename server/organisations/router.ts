import {
  createOrganisationInput,
  organisationIdInput,
  organisationPageInput,
  organisationRoleInput,
  searchOrganisationsInput,
  updateOrganisationInput,
} from "@/domain/schemas/organisations";
import { cursorInput } from "@/domain/schemas/input";
import { limit } from "@/server/rate-limit";
import { memberProcedure, router } from "@/server/procedures";
import { createOrganisation } from "./commands/create-organisation";
import { updateOrganisation } from "./commands/update-organisation";
import { requestToJoin } from "./commands/request-to-join";
import { setOrganisationPage } from "./commands/set-organisation-page";
import { setOrganisationRole } from "./commands/set-organisation-role";
import {
  getOrganisation,
  listJoinRequests,
  listMyJoinRequests,
  listMyOrganisations,
  listOrganisationPeople,
  searchOrganisations,
} from "./queries";

/** Organisations: search, registration, update, and their people. */
export const organisationsRouter = router({
  search: memberProcedure.input(searchOrganisationsInput).query(async ({ ctx, input }) => {
    await limit("search", ctx.actor.personId);
    return searchOrganisations(ctx, input);
  }),
  create: memberProcedure.input(createOrganisationInput).mutation(({ ctx, input }) => createOrganisation(ctx, input)),
  update: memberProcedure.input(updateOrganisationInput).mutation(({ ctx, input }) => updateOrganisation(ctx, input)),
  get: memberProcedure.input(organisationIdInput).query(({ ctx, input }) => getOrganisation(ctx, input.organisationId)),
  mine: memberProcedure.query(({ ctx }) => listMyOrganisations(ctx)),
  people: memberProcedure
    .input(organisationIdInput.extend({ cursor: cursorInput }))
    .query(({ ctx, input }) => listOrganisationPeople(ctx, input)),
  joinRequests: memberProcedure.query(({ ctx }) => listJoinRequests(ctx)),
  myJoinRequests: memberProcedure.query(({ ctx }) => listMyJoinRequests(ctx)),
  requestToJoin: memberProcedure.input(organisationIdInput).mutation(({ ctx, input }) => requestToJoin(ctx, input)),
  setPublicPage: memberProcedure
    .input(organisationPageInput)
    .mutation(({ ctx, input }) => setOrganisationPage(ctx, input)),
  setRole: memberProcedure.input(organisationRoleInput).mutation(({ ctx, input }) => setOrganisationRole(ctx, input)),
});
