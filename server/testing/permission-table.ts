import { v7 as uuid } from "uuid";
import { anAddress } from "./factories";
import { calendarTable } from "./calendar-table";
import { notificationTable } from "./notification-table";
import { commentTable } from "./comment-table";
import { practiceTable } from "./practice-table";
import { publicationTable } from "./publication-table";
import { dueTable } from "./due-table";
import { publicTable } from "./public-table";
import { conversationTable } from "./conversation-table";
import { followTable } from "./follow-table";
import { replicationTable } from "./replication-table";
import { reportTable } from "./report-table";
import { reviewTable } from "./review-table";
import { taskTable } from "./task-table";
import { type PermissionTable, projectHead as head, spent, type World } from "./world";

const plan = (w: World) => ({ title: "A guide", type: "guide" as const, leadOrganisationId: w.organisation });
const record = (name: string) => ({
  legalName: name,
  country: "IT",
  city: "Bari",
  type: "school" as const,
  oid: null,
  pic: null,
  website: null,
});

/**
 * One row per procedure with the result for each role: + succeeds, o succeeds without data of the project, U must sign
 * in, N not found, F forbidden, C conflict, B bad input for every role.
 */
export const permissionTable: PermissionTable = {
  "activity.list": ["U N o o o o N N N", (api, w) => api.activity.list({ slug: w.slug })],
  "activity.forOutput": ["U N o o o o N o N", (api, w) => api.activity.forOutput({ outputId: w.output })],
  "activity.organisations": ["U o o o o o o o o", (api) => api.activity.organisations()],
  "activity.export": [
    "U N o o o o N N N",
    (api, w) => api.activity.export({ slug: w.slug, format: "csv", timeZone: "Europe/Brussels" }),
  ],
  "activity.partners": ["U N o o o o N N N", (api, w) => api.activity.partners({ slug: w.slug })],
  "activity.partner": [
    "U N o o o o N N N",
    (api, w) => api.activity.partner({ slug: w.slug, organisationId: w.organisation }),
  ],
  "activity.partnerOutputs": [
    "U N + + + + N N N",
    (api, w) => api.activity.partnerOutputs({ slug: w.slug, organisationId: w.organisation }),
  ],
  "activity.partnerReviews": [
    "U N o o o o N N N",
    (api, w) => api.activity.partnerReviews({ slug: w.slug, organisationId: w.organisation }),
  ],
  "activity.partnerPeople": [
    "U N o o o o N N N",
    (api, w) => api.activity.partnerPeople({ slug: w.slug, organisationId: w.organisation }),
  ],
  "activity.heat": ["U N o o o o N N N", (api, w) => api.activity.heat({ slug: w.slug })],
  "instance.keptMails": ["U N N N N N N N N", (api) => api.instance.keptMails({})],
  "instance.keptMail": ["U N N N N N N N N", (api, w) => api.instance.keptMail({ mailId: w.mail })],
  "instance.state": ["U N N N N N N N o", (api) => api.instance.state()],
  "instance.troubledMails": ["U N N N N N N N o", (api) => api.instance.troubledMails()],
  "organisations.search": ["U o o o o o o o o", (api) => api.organisations.search({ text: "nothing is called so" })],
  "organisations.create": [
    "U o o o o o o o o",
    (api) => api.organisations.create({ id: uuid(), isAnother: true, ...record(`Scuola ${uuid()}`) }),
  ],
  "organisations.update": [
    "U N F F o N N N N",
    (api, w) => api.organisations.update({ organisationId: w.organisation, revision: 1, ...record("Scuola") }),
  ],
  "organisations.get": ["U N o o o N N N N", (api, w) => api.organisations.get({ organisationId: w.organisation })],
  "organisations.mine": ["U o o o o o o o o", (api) => api.organisations.mine()],
  "organisations.people": [
    "U N o o o N N N N",
    (api, w) => api.organisations.people({ organisationId: w.organisation }),
  ],
  "organisations.joinRequests": ["U o o o o o o o o", (api) => api.organisations.joinRequests()],
  "organisations.myJoinRequests": ["U o o o o o o o o", (api) => api.organisations.myJoinRequests()],
  "organisations.requestToJoin": [
    "U o C C C o o o o",
    (api, w) => api.organisations.requestToJoin({ organisationId: w.organisation }),
  ],
  "organisations.setPublicPage": [
    "U N F F o N N N N",
    (api, w) => api.organisations.setPublicPage({ organisationId: w.organisation, hidden: true }),
  ],
  "organisations.setRole": [
    "U N F F o N N N N",
    (api, w) => api.organisations.setRole({ organisationId: w.organisation, personId: w.colleague, role: "admin" }),
  ],
  "outputs.list": ["U N + + + + o + N", (api, w) => api.outputs.list({ slug: w.slug })],
  "outputs.plan": ["U N + + + + N N N", (api, w) => api.outputs.plan({ slug: w.slug })],
  "outputs.timeline": ["U N + + + + N N N", (api, w) => api.outputs.timeline({ slug: w.slug })],
  "outputs.choices": ["U N o o o o N N N", (api, w) => api.outputs.choices({ slug: w.slug })],
  "outputs.get": ["U N + + + + N + N", (api, w) => api.outputs.get({ outputId: w.output })],
  "outputs.create": [
    "U N F F F + N N N",
    (api, w) => api.outputs.create({ id: uuid(), projectId: w.project, ...plan(w) }),
  ],
  "outputs.layOut": [
    "U N F F F o N N N",
    (api, w) =>
      api.outputs.layOut({
        projectId: w.project,
        workPackages: [{ id: uuid(), number: 60, title: "Work" }],
        outputs: [{ id: uuid(), ...plan(w), workPackageId: w.workPackage }],
        tasks: [{ id: uuid(), title: "Kick-off", assignee: { organisationId: w.organisation } }],
      }),
  ],
  "outputs.update": [
    "U N F F + + N F N",
    (api, w) => api.outputs.update({ outputId: w.output, revision: 1, ...plan(w) }),
  ],
  "outputs.remove": ["U N F F F o N N N", (api, w) => api.outputs.remove({ outputId: w.empty })],
  "outputs.addWorkPackage": [
    "U N F F F o N N N",
    (api, w) => api.outputs.addWorkPackage({ id: uuid(), projectId: w.project, number: 50, title: "Work" }),
  ],
  "outputs.updateWorkPackage": [
    "U N F F F o N N N",
    (api, w) => api.outputs.updateWorkPackage({ id: w.workPackage, number: 51, title: "Work", revision: 1 }),
  ],
  "outputs.files": ["U N o o o o N o N", (api, w) => api.outputs.files({ outputId: w.output })],
  "outputs.versions": ["U N + + + + N + N", (api, w) => api.outputs.versions({ fileId: w.file })],
  "outputs.fileNames": ["U N o o o o N o N", (api, w) => api.outputs.fileNames({ outputId: w.output })],
  "outputs.version": ["U N o o o o N o N", (api, w) => api.outputs.version({ versionId: w.version })],
  "outputs.archive": ["U N + + + + N + N", (api, w) => api.outputs.archive({ outputId: w.output })],
  "outputs.addLink": [
    "U N F o o o N F N",
    (api, w) => api.outputs.addLink({ id: uuid(), outputId: w.output, url: "https://example.org/x", name: "A page" }),
  ],
  "outputs.restoreVersion": ["U N F o o o N F N", (api, w) => api.outputs.restoreVersion({ versionId: w.version })],
  "outputs.withdrawVersion": [
    "U N F o o o N F N",
    (api, w) => api.outputs.withdrawVersion({ versionId: w.version, reason: "Wrong file." }),
  ],
  "people.signUp": [
    "o o o o o o o o o",
    (api) => api.people.signUp({ id: uuid(), name: "New", email: anAddress(), password: "rain on an orchard" }),
  ],
  "people.confirm": ["B B B B B B B B B", (api) => api.people.confirm({ token: spent })],
  "people.mailSignInLink": ["o o o o o o o o o", (api) => api.people.mailSignInLink({ email: anAddress() })],
  "people.mailResetLink": ["o o o o o o o o o", (api) => api.people.mailResetLink({ email: anAddress() })],
  "people.resetPassword": [
    "B B B B B B B B B",
    (api) => api.people.resetPassword({ token: spent, password: "rain on an orchard" }),
  ],
  "people.resendConfirmation": [
    "U N N N o N N N N",
    (api, w) => api.people.resendConfirmation({ addressId: w.waiting }),
  ],
  "people.due": ["U o o + + + o + o", (api) => api.people.due({})],
  "people.news": ["U o o o o o o o o", (api) => api.people.news()],
  "people.newSince": ["U o o o o o o o o", (api) => api.people.newSince()],
  "people.markSeen": ["U o o o o o o o o", (api) => api.people.markSeen({ until: new Date() })],
  "people.me": ["U o o o o o o o o", (api) => api.people.me()],
  "people.exportMe": ["U o + + + + + + o", (api) => api.people.exportMe()],
  "people.absence": ["U o o o o o o o o", (api) => api.people.absence()],
  "people.setAway": ["U o o o o o o o o", (api) => api.people.setAway({ until: "2026-03-16" })],
  "people.comeBack": ["U o o o o o o o o", (api) => api.people.comeBack()],
  "people.updateProfile": ["U o o o o o o o o", (api) => api.people.updateProfile({ name: "Other", locale: "en" })],
  "people.changePassword": [
    "U o o o o o o o o",
    (api) => api.people.changePassword({ current: "an orchard in the rain", password: "rain on an orchard" }),
  ],
  "people.verifyIdentity": [
    "U o o o o o o o o",
    (api) => api.people.verifyIdentity({ password: "an orchard in the rain" }),
  ],
  "people.mailIdentityLink": ["U o o o o o o o o", (api) => api.people.mailIdentityLink()],
  "people.sessions": ["U o o o o o o o o", (api) => api.people.sessions({})],
  "people.endSession": ["U N N N o N N N N", (api, w) => api.people.endSession({ sessionId: w.session })],
  "people.signOutEverywhere": ["U o o o o o o o o", (api) => api.people.signOutEverywhere()],
  "people.addAddress": ["U o o o o o o o o", (api) => api.people.addAddress({ email: anAddress() })],
  "people.removeAddress": ["U N N N o N N N N", (api, w) => api.people.removeAddress({ addressId: w.address })],
  "people.makeAddressPrimary": [
    "U N N N o N N N N",
    (api, w) => api.people.makeAddressPrimary({ addressId: w.address }),
  ],
  "people.closeAccount": [
    "U C o o C C C o o",
    (api) => api.people.closeAccount({ password: "an orchard in the rain" }),
  ],
  "projects.list": ["U o + + + + + + o", (api) => api.projects.list({})],
  "projects.get": ["U N + + + + + + N", (api, w) => api.projects.get({ slug: w.slug })],
  "projects.overview": ["U N + + + + N N N", (api, w) => api.projects.overview({ slug: w.slug })],
  "projects.update": [
    "U N F F F + F F N",
    (api, w) => api.projects.update({ projectId: w.project, revision: 1, ...head }),
  ],
  "projects.setQuietDays": [
    "U N F F F o F F N",
    (api, w) => api.projects.setQuietDays({ projectId: w.project, quietDays: 30 }),
  ],
  "projects.setPublicPage": [
    "U N F F F o F F N",
    (api, w) => api.projects.setPublicPage({ projectId: w.project, publicPage: false }),
  ],
  "projects.start": ["U N F F F o F F N", (api, w) => api.projects.start({ projectId: w.project })],
  "projects.close": ["U N F F F o F F N", (api, w) => api.projects.close({ projectId: w.project })],
  "projects.export": ["U N + + + + F F N", (api, w) => api.projects.export({ projectId: w.project })],
  "projects.reopen": ["U N F F F o F F N", (api, w) => api.projects.reopen({ projectId: w.project })],
  "projects.drafts": ["U o o o o o o o o", (api) => api.projects.drafts()],
  "projects.draft": ["U N N N o N N N N", (api, w) => api.projects.draft({ id: w.draft })],
  "projects.saveDraft": [
    "U N N N o N N N N",
    (api, w) => api.projects.saveDraft({ id: w.draft, revision: 1, data: {} }),
  ],
  "projects.discardDraft": ["U o o o o o o o o", (api, w) => api.projects.discardDraft({ id: w.draft })],
  "projects.create": ["U N N N o N N N N", (api, w) => api.projects.create({ id: w.draft })],
  "search.mine": ["U o + + + + o + o", (api) => api.search.mine({ text: "secret guides" })],
  "projects.participations": ["U N o o o o N N N", (api, w) => api.projects.participations({ slug: w.slug })],
  "projects.filterChoices": ["U N o o o o N N N", (api, w) => api.projects.filterChoices({ slug: w.slug })],
  "projects.members": ["U N o o o o o o N", (api, w) => api.projects.members({ slug: w.slug })],
  "projects.invitations": ["U N o o o o o o N", (api, w) => api.projects.invitations({ slug: w.slug })],
  "projects.changeParticipationKind": [
    "U N F F F o N N N",
    (api, w) => api.projects.changeParticipationKind({ participationId: w.participation, kind: "associated" }),
  ],
  "projects.correctOrganisation": [
    "U N F F F o N N N",
    (api, w) =>
      api.projects.correctOrganisation({
        participationId: w.invited,
        revision: 1,
        legalName: "Scuola Media",
        city: "Bari",
        type: "school",
        oid: null,
      }),
  ],
  "projects.endParticipation": [
    "U N F F F o N N N",
    (api, w) => api.projects.endParticipation({ participationId: w.participation, endedOn: "2026-05-31" }),
  ],
  "projects.setMemberRole": [
    "U N F F o o N N N",
    (api, w) => api.projects.setMemberRole({ memberId: w.member, role: "manager" }),
  ],
  "projects.briefing": ["U N + + + + N N N", (api, w) => api.projects.briefing({ slug: w.slug })],
  "projects.work": ["U N F F + F N N N", (api, w) => api.projects.work({ memberId: w.member })],
  "projects.handOverWork": [
    "U N F F o F N N N",
    (api, w) => api.projects.handOverWork({ memberId: w.member, toMemberId: w.ownMember }),
  ],
  "projects.removeMember": ["U N F F o o N N N", (api, w) => api.projects.removeMember({ memberId: w.member })],
  "projects.resolveJoinRequest": [
    "U N F F o N N N N",
    (api, w) => api.projects.resolveJoinRequest({ requestId: w.request, accept: true }),
  ],
  "projects.removeColleague": [
    "U N F F o N N N N",
    (api, w) => api.projects.removeColleague({ organisationId: w.organisation, personId: w.colleague }),
  ],
  "projects.inviteOrganisations": [
    "U N F F F o F F N",
    (api, w) =>
      api.projects.inviteOrganisations({
        projectId: w.project,
        organisations: [{ legalName: "Scuola", country: "IT", kind: "partner", emails: [anAddress()] }],
      }),
  ],
  "projects.invitePeople": [
    "U N F F o o N N N",
    (api, w) => api.projects.invitePeople({ participationId: w.participation, emails: [anAddress()] }),
  ],
  "projects.resendInvitation": [
    "U N F F F o N N N",
    (api, w) => api.projects.resendInvitation({ invitationId: w.invitation }),
  ],
  "projects.copyInvitationLink": [
    "U N F F F o N N N",
    (api, w) => api.projects.copyInvitationLink({ invitationId: w.invitation }),
  ],
  "projects.revokeInvitation": [
    "U N F F F o N N N",
    (api, w) => api.projects.revokeInvitation({ invitationId: w.invitation }),
  ],
  "projects.invitation": ["+ + + + + + + + +", (api, w) => api.projects.invitation({ token: w.token })],
  "projects.accept": [
    "U + C C C C C C +",
    (api, w) => api.projects.accept({ token: w.token, isAnother: true, organisation: record(`Scuola ${uuid()}`) }),
  ],
  "projects.decline": ["o o o o o o o o o", (api, w) => api.projects.decline({ token: w.token })],
  ...commentTable,
  ...dueTable,
  ...taskTable,
  ...calendarTable,
  ...notificationTable,
  ...reviewTable,
  ...practiceTable,
  ...replicationTable,
  ...conversationTable,
  ...followTable,
  ...publicationTable,
  ...publicTable,
  ...reportTable,
};
