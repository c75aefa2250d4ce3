import { z } from "zod";
import { participationKinds, projectRoles } from "../actor";
import {
  asked,
  consortiumPage,
  defineEvent,
  feedOnly,
  homePage,
  named,
  notified,
  projectEditPage,
  projectPage,
} from "./event";

/** The formats in which activities are downloaded. */
export const exportFormats = ["csv", "xlsx"] as const;
export type ExportFormat = (typeof exportFormats)[number];

const nothing = z.object({});
const role = z.enum(projectRoles);
const ofOrganisation = named.extend({ organisationId: z.uuid() });
const ofInvitation = ofOrganisation.extend({ invitationId: z.uuid() });
const ofMember = z.object({ personId: z.uuid() });

const project = { kind: "project", page: projectPage, ...feedOnly } as const;
const consortium = { kind: "consortium", page: consortiumPage } as const;

export const projectEvents = {
  "project.created": defineEvent({ shape: z.object({ title: z.string(), acronym: z.string() }), ...project }),
  "project.updated": defineEvent({ shape: z.object({ fields: z.array(z.string()) }), ...project }),
  "project.started": defineEvent({ shape: nothing, ...project }),
  "project.closed": defineEvent({ shape: nothing, ...project }),
  "project.reopened": defineEvent({ shape: nothing, ...project }),
  "project.exported": defineEvent({ shape: nothing, ...project }),
  // By an operator of the server, after a report.
  "project.page_taken_down": defineEvent({
    shape: z.object({ reason: z.string() }),
    kind: "project",
    page: projectEditPage,
    ...asked("coordinators"),
    quote: ({ reason }) => reason,
  }),
  "activity.exported": defineEvent({ shape: z.object({ format: z.enum(exportFormats) }), ...project }),
  "participation.kind_changed": defineEvent({
    shape: ofOrganisation.extend({ kind: z.enum(participationKinds) }),
    ...consortium,
    ...feedOnly,
  }),
  "participation.organisation_corrected": defineEvent({
    shape: ofOrganisation.extend({ fields: z.array(z.string()) }),
    ...consortium,
    ...feedOnly,
  }),
  "participation.ended": defineEvent({
    shape: ofOrganisation.extend({ endedOn: z.string() }),
    ...consortium,
    ...feedOnly,
  }),
  // The invited person gets the invitation itself, an e-mail with separate templates.
  "invitation.sent": defineEvent({ shape: ofInvitation.extend({ role }), ...consortium, ...feedOnly }),
  "invitation.resent": defineEvent({ shape: ofInvitation, ...consortium, ...feedOnly }),
  "invitation.link_copied": defineEvent({ shape: ofInvitation, ...consortium, ...feedOnly }),
  "invitation.revoked": defineEvent({ shape: ofInvitation, ...consortium, ...feedOnly }),
  "invitation.accepted": defineEvent({ shape: ofInvitation.extend({ role }), ...consortium, ...notified("inviter") }),
  "invitation.declined": defineEvent({
    shape: ofInvitation.extend({ reason: z.string() }),
    ...consortium,
    ...notified("inviter", "coordinators"),
    quote: ({ reason }) => reason,
  }),
  "invitation.expired": defineEvent({ shape: ofInvitation, ...consortium, ...feedOnly }),
  "member.role_changed": defineEvent({ shape: ofMember.extend({ role }), ...consortium, ...feedOnly }),
  "member.removed": defineEvent({ shape: ofMember, ...consortium, ...feedOnly }),
  // `personId` is the colleague who has the tasks and reviews of `fromPersonId` now.
  "member.work_handed_over": defineEvent({
    shape: ofMember.extend({ fromPersonId: z.uuid(), tasks: z.int(), reviews: z.int() }),
    kind: "tasks",
    page: homePage,
    ...asked("subject"),
  }),
  // The other side of it, for a person whose tasks and reviews somebody else gave away.
  "member.work_moved": defineEvent({
    shape: ofMember.extend({ tasks: z.int(), reviews: z.int() }),
    kind: null,
    page: (_data, { slug }) => `/projects/${slug}/tasks`,
    ...notified("subject"),
    channels: ["bell", "email"],
  }),
};
