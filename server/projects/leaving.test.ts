import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import { notifications } from "@/db/schema";
import { notify } from "@/server/mail/notify";
import { loadActor } from "@/server/auth/session";
import { checkUpload } from "@/server/outputs/commands/begin-upload";
import { callAs, problemOf, watch } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import {
  aMember,
  anAddress,
  anInvitation,
  anInvitedParticipation,
  aPerson,
  aProject,
  noon,
} from "@/server/testing/factories";
import { anOutput, aVersion } from "@/server/testing/work-factories";

const lastDay = "2026-03-20";
const onLastDay = new Date("2026-03-20T22:00:00Z");
const dayAfter = new Date("2026-03-20T23:00:00Z");

test("an output whose lead declined or left is flagged, and every coordinator is told of the refusal", async ({
  tx,
}) => {
  const project = await aProject(tx);
  const invited = await anInvitedParticipation(tx, project);
  const lead = { ...project.partner, ...invited };
  const theirs = await anOutput(tx, project, { lead });
  const leaving = await anOutput(tx, project, { lead: project.other });
  const { token, id: invitationId } = await anInvitation(tx, project, { ...invited, by: project.partner });
  const flags = async (now: Date) => {
    const api = await callAs(project.coordinator.manager, tx, { now });
    const { items } = await api.outputs.list({ slug: project.slug });
    const { organisations } = await api.projects.overview({ slug: project.slug });
    const absent = organisations.filter((one) => one.absent).map((one) => one.organisationId);
    const one = await api.outputs.get({ outputId: theirs.id });
    return { listed: items.filter((each) => each.leadAbsent).map(({ id }) => id), one: one.leadAbsent, absent };
  };
  expect(await flags(onLastDay)).toEqual({ listed: [], one: false, absent: [] });
  const declined = await watch(tx, async () => (await callAs(null, tx)).projects.decline({ token }));
  expect(declined.types).toEqual(["invitation.declined"]);
  expect(await flags(onLastDay)).toEqual({ listed: [theirs.id], one: true, absent: [invited.organisationId] });
  const coordinator = await callAs(project.coordinator.manager, tx);
  await coordinator.projects.endParticipation({ participationId: project.other.participationId, endedOn: lastDay });
  expect((await flags(onLastDay)).listed).toEqual([theirs.id]);
  const later = await flags(dayAfter);
  expect(later.listed).toEqual([theirs.id, leaving.id]);
  expect(later.absent.sort()).toEqual([invited.organisationId, project.other.organisationId].sort());

  const [event] = await tx.execute<{ id: string }>(sql`select id::text from activity
    where type = 'invitation.declined' and data->>'invitationId' = ${invitationId}`);
  await notify(tx, noon, event?.id ?? "");
  // By e-mail it comes when each of them chose: by default in the digest.
  const told = await tx
    .select({ personId: notifications.personId })
    .from(notifications)
    .where(eq(notifications.activityId, BigInt(event?.id ?? 0)));
  expect(told.map(({ personId }) => personId).sort()).toEqual(
    [project.coordinator.manager, project.partner.manager].sort(),
  );
});

describe("a participation with an end date", () => {
  test("is current until the end of that day in Brussels, and history after it", async ({ tx }) => {
    const project = await aProject(tx);
    const { partner, other } = project;
    const output = await anOutput(tx, project);
    const version = await aVersion(tx, output);
    const before = await callAs(project.coordinator.manager, tx);
    await before.projects.endParticipation({ participationId: partner.participationId, endedOn: lastDay });

    const plan = { title: "Guide", type: "guide" as const, leadOrganisationId: partner.organisationId };
    const work = async (now: Date) => {
      const coordinator = await callAs(project.coordinator.manager, tx, { now });
      const newcomer = await callAs((await aPerson(tx)).id, tx, { now });
      const { participationId } = partner;
      const submit = { outputId: theirs.id, versionIds: [given.id], reviewerIds: [partner.contributor] };
      const { token } = await anInvitation(tx, project, { participationId, expiresAt: new Date("2026-04-16T12:00Z") });
      return [
        await problemOf(coordinator.outputs.create({ ...plan, id: uuid(), projectId: project.id })),
        await problemOf(coordinator.projects.invitePeople({ participationId, emails: [anAddress()] })),
        await problemOf(newcomer.projects.accept({ token })),
        await problemOf(coordinator.reviews.submit({ ...submit, id: uuid() })),
      ];
    };
    const theirs = await anOutput(tx, project, { lead: other });
    const given = await aVersion(tx, theirs);
    const counted = async (now: Date) => {
      const api = await callAs(project.coordinator.manager, tx, { now });
      const choices = await api.outputs.choices({ slug: project.slug });
      const [shown] = (await api.projects.list({})).items;
      return [choices.some((one) => one.id === partner.organisationId), shown?.organisations];
    };

    expect(await work(onLastDay)).toEqual(["", "", "", ""]);
    expect(await counted(onLastDay)).toEqual([true, 3]);
    const upload = { outputId: output.id, name: "draft.pdf", language: "", note: "", sizeBytes: 5 };
    const still = await loadActor(tx, partner.contributor, onLastDay);
    if (!still) throw new Error("The contributor is missing.");
    expect(await checkUpload(tx, still.actor, upload)).toMatchObject({ organisationId: partner.organisationId });

    expect(await work(dayAfter)).toEqual([
      "output.organisation_unknown",
      "participation.ended",
      "participation.ended",
      "review.reviewer_unknown",
    ]);
    expect(await counted(dayAfter)).toEqual([false, 2]);
    const gone = await loadActor(tx, partner.contributor, dayAfter);
    await expect(checkUpload(tx, gone?.actor ?? still.actor, upload)).rejects.toMatchObject({
      code: "output.not_found",
    });
    const api = await callAs(partner.contributor, tx, { now: dayAfter });
    expect(await problemOf(api.projects.get({ slug: project.slug }))).toBe("project.not_found");

    const coordinator = await callAs(project.coordinator.manager, tx, { now: dayAfter });
    expect(await coordinator.outputs.get({ outputId: output.id })).toMatchObject({
      lead: { id: partner.organisationId },
    });
    const { items } = await coordinator.outputs.versions({ fileId: version.fileId });
    expect(items).toMatchObject([{ id: version.id }]);
  });

  test("is refused in a closed project, also for a person who leaves", async ({ tx }) => {
    const project = await aProject(tx);
    const { projectId, participationId } = { projectId: project.id, ...project.partner };
    const { id: personId } = await aPerson(tx);
    const memberId = await aMember(tx, { projectId, participationId }, personId, "viewer");
    await (await callAs(project.coordinator.manager, tx)).projects.close({ projectId });
    const removed = await watch(tx, async () =>
      problemOf((await callAs(personId, tx)).projects.removeMember({ memberId })),
    );
    expect([removed.answer, removed.types]).toEqual(["project.closed", []]);
  });

  test("keeps its people on the list afterwards: marked, not counted and read-only", async ({ tx }) => {
    const project = await aProject(tx);
    const { partner } = project;
    const before = await callAs(project.coordinator.manager, tx);
    await before.projects.endParticipation({ participationId: partner.participationId, endedOn: lastDay });
    const shown = async (now: Date) => {
      const api = await callAs(project.coordinator.manager, tx, { now });
      const listed = await api.projects.participations({ slug: project.slug });
      const { items } = await api.projects.members({ slug: project.slug });
      const participation = listed.find(({ id }) => id === partner.participationId);
      const people = items.filter(({ organisationId }) => organisationId === partner.organisationId);
      const all = [participation, ...people].map((one) => [one?.ended, one?.can["participation.people"]]);
      return { counted: participation?.people, all: all.map(String), others: items.length - people.length };
    };
    const change = async (now: Date) => {
      const api = await callAs(project.coordinator.manager, tx, { now });
      const { items } = await api.projects.members({ slug: project.slug });
      const memberId = items.find(({ personId }) => personId === partner.viewer)?.id ?? "";
      return {
        role: () => problemOf(api.projects.setMemberRole({ memberId, role: "contributor" })),
        remove: () => problemOf(api.projects.removeMember({ memberId })),
      };
    };
    const same = { others: 9 };
    expect(await shown(onLastDay)).toEqual({ ...same, counted: 3, all: Array(4).fill("false,true") });
    expect(await (await change(onLastDay)).role()).toBe("");
    const late = await change(dayAfter);
    expect([await late.role(), await late.remove()]).toEqual(["participation.ended", "participation.ended"]);
    expect(await shown(dayAfter)).toEqual({ ...same, counted: 0, all: Array(4).fill("true,false") });
  });
});
