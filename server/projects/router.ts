import { z } from "zod";
import { decideRequestInput, organisationPersonInput } from "@/domain/schemas/organisations";
import {
  acceptInput,
  changeParticipationKindInput,
  correctOrganisationInput,
  declineInput,
  handOverWorkInput,
  draftIdInput,
  endParticipationInput,
  invitationIdInput,
  resendInvitationInput,
  invitationTokenInput,
  inviteOrganisationsInput,
  invitePeopleInput,
  memberInput,
  memberRoleInput,
  projectIdInput,
  projectPageInput,
  quietDaysInput,
  saveDraftInput,
  slugInput,
  updateProjectInput,
} from "@/domain/schemas/projects";
import { cursorInput } from "@/domain/schemas/input";
import { memberProcedure, publicProcedure, router } from "@/server/procedures";
import { acceptInvitation } from "./commands/accept-invitation";
import { declineInvitation } from "./commands/decline-invitation";
import { createProject } from "./commands/create-project";
import { discardDraft } from "./commands/discard-draft";
import { saveDraft } from "./commands/save-draft";
import { moveProject } from "./commands/move-project";
import { setQuietDays } from "./commands/set-quiet-days";
import { updateProject } from "./commands/update-project";
import { exportProject } from "./commands/export-project";
import { inviteOrganisations } from "./commands/invite-organisations";
import { invitePeople } from "./commands/invite-people";
import { copyInvitationLink } from "./commands/copy-invitation-link";
import { resendInvitation } from "./commands/resend-invitation";
import { revokeInvitation } from "./commands/revoke-invitation";
import { changeParticipationKind } from "./commands/change-participation-kind";
import { correctOrganisation } from "./commands/correct-organisation";
import { endParticipation } from "./commands/end-participation";
import { resolveJoinRequest } from "./commands/resolve-join-request";
import { removeColleague } from "./commands/remove-colleague";
import { handOverWork } from "./commands/hand-over-work";
import { removeMember } from "./commands/remove-member";
import { setProjectPage } from "./commands/set-project-page";
import { setMemberRole } from "./commands/set-member-role";
import { getInvitation } from "./queries/find-invitation";
import { listInvitations, listMembers, listParticipations } from "./queries/get-consortium";
import { getOverview, getProject } from "./queries/get-project";
import { getBriefing } from "./queries/get-briefing";
import { getMemberWork } from "./queries/get-member-work";
import { listFilterChoices } from "./queries/list-filter-choices";
import { getDraft, listDrafts, listProjects } from "./queries/list-projects";

const pagedSlug = slugInput.extend({ cursor: cursorInput });
const pagedInput = z.object({ cursor: cursorInput });

/** Projects, their consortium and their invitations. */
export const projectsRouter = router({
  list: memberProcedure.input(pagedInput).query(({ ctx, input }) => listProjects(ctx, input)),
  get: memberProcedure.input(slugInput).query(({ ctx, input }) => getProject(ctx, input.slug)),
  overview: memberProcedure.input(slugInput).query(({ ctx, input }) => getOverview(ctx, input.slug)),
  update: memberProcedure.input(updateProjectInput).mutation(({ ctx, input }) => updateProject(ctx, input)),
  setPublicPage: memberProcedure.input(projectPageInput).mutation(({ ctx, input }) => setProjectPage(ctx, input)),
  setQuietDays: memberProcedure.input(quietDaysInput).mutation(({ ctx, input }) => setQuietDays(ctx, input)),
  start: memberProcedure.input(projectIdInput).mutation(({ ctx, input }) => moveProject(ctx, input, "start")),
  close: memberProcedure.input(projectIdInput).mutation(({ ctx, input }) => moveProject(ctx, input, "close")),
  export: memberProcedure.input(projectIdInput).mutation(({ ctx, input }) => exportProject(ctx, input)),
  reopen: memberProcedure.input(projectIdInput).mutation(({ ctx, input }) => moveProject(ctx, input, "reopen")),

  drafts: memberProcedure.query(({ ctx }) => listDrafts(ctx)),
  draft: memberProcedure.input(draftIdInput).query(({ ctx, input }) => getDraft(ctx, input)),
  saveDraft: memberProcedure.input(saveDraftInput).mutation(({ ctx, input }) => saveDraft(ctx, input)),
  discardDraft: memberProcedure.input(draftIdInput).mutation(({ ctx, input }) => discardDraft(ctx, input)),
  create: memberProcedure.input(draftIdInput).mutation(({ ctx, input }) => createProject(ctx, input)),

  participations: memberProcedure.input(slugInput).query(({ ctx, input }) => listParticipations(ctx, input)),
  filterChoices: memberProcedure.input(slugInput).query(({ ctx, input }) => listFilterChoices(ctx, input)),
  members: memberProcedure.input(pagedSlug).query(({ ctx, input }) => listMembers(ctx, input)),
  invitations: memberProcedure.input(pagedSlug).query(({ ctx, input }) => listInvitations(ctx, input)),
  changeParticipationKind: memberProcedure
    .input(changeParticipationKindInput)
    .mutation(({ ctx, input }) => changeParticipationKind(ctx, input)),
  correctOrganisation: memberProcedure
    .input(correctOrganisationInput)
    .mutation(({ ctx, input }) => correctOrganisation(ctx, input)),
  endParticipation: memberProcedure
    .input(endParticipationInput)
    .mutation(({ ctx, input }) => endParticipation(ctx, input)),
  setMemberRole: memberProcedure.input(memberRoleInput).mutation(({ ctx, input }) => setMemberRole(ctx, input)),
  briefing: memberProcedure.input(slugInput).query(({ ctx, input }) => getBriefing(ctx, input)),
  work: memberProcedure.input(memberInput).query(({ ctx, input }) => getMemberWork(ctx, input)),
  handOverWork: memberProcedure.input(handOverWorkInput).mutation(({ ctx, input }) => handOverWork(ctx, input)),
  removeMember: memberProcedure.input(memberInput).mutation(({ ctx, input }) => removeMember(ctx, input)),
  resolveJoinRequest: memberProcedure
    .input(decideRequestInput)
    .mutation(({ ctx, input }) => resolveJoinRequest(ctx, input)),
  removeColleague: memberProcedure
    .input(organisationPersonInput)
    .mutation(({ ctx, input }) => removeColleague(ctx, input)),

  inviteOrganisations: memberProcedure
    .input(inviteOrganisationsInput)
    .mutation(({ ctx, input }) => inviteOrganisations(ctx, input)),
  invitePeople: memberProcedure.input(invitePeopleInput).mutation(({ ctx, input }) => invitePeople(ctx, input)),
  resendInvitation: memberProcedure
    .input(resendInvitationInput)
    .mutation(({ ctx, input }) => resendInvitation(ctx, input)),
  copyInvitationLink: memberProcedure
    .input(invitationIdInput)
    .mutation(({ ctx, input }) => copyInvitationLink(ctx, input)),
  revokeInvitation: memberProcedure.input(invitationIdInput).mutation(({ ctx, input }) => revokeInvitation(ctx, input)),
  invitation: publicProcedure.input(invitationTokenInput).query(({ ctx, input }) => getInvitation(ctx, input.token)),
  accept: memberProcedure.input(acceptInput).mutation(({ ctx, input }) => acceptInvitation(ctx, input)),
  decline: publicProcedure.input(declineInput).mutation(({ ctx, input }) => declineInvitation(ctx, input)),
});
