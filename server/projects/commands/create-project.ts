import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { participationPeople, participations, projectDrafts, projects } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { pastedAddressInput } from "@/domain/addresses";
import {
  type DraftData,
  type InvitedOrganisation,
  invitedOrganisation,
  projectFields,
} from "@/domain/schemas/projects";
import { plannedOutput } from "@/domain/schemas/outputs";
import { projectSlug } from "@/domain/slugs";
import { record } from "@/server/events/record";
import { addOutputs } from "@/server/outputs/commands/add-outputs";
import { newAddress } from "@/server/publications/commands/public-address";
import { limit } from "@/server/rate-limit";
import type { MemberContext } from "@/server/context";
import { findDraft, lockDraft } from "./lock-draft";
import { addInvitedOrganisations } from "./add-invited-organisations";
import { limitInvitations } from "./limit-invitations";

type CreatedProject = { slug: string; stopped: string[] };

function partnersOf(data: DraftData): { key: string; input: InvitedOrganisation }[] {
  const named = (data.partners ?? []).filter((p) => p.organisationId || p.legalName.trim() || p.emails.trim());
  return named.map((partner, index) => {
    const { key, emails, ...rest } = partner;
    const read = invitedOrganisation.safeParse({
      ...rest,
      legalName: partner.legalName || undefined,
      country: partner.country || undefined,
      emails: pastedAddressInput(emails),
    });
    if (!read.success) throw new DomainError("project.draft_incomplete", { step: "consortium", partner: index + 1 });
    return { key, input: read.data };
  });
}

/** Validates a draft. Errors: project.draft_incomplete (with the step), organisation.not_found. */
function planOf(ctx: MemberContext, data: DraftData) {
  const basics = projectFields.safeParse(data);
  if (!basics.success) throw new DomainError("project.draft_incomplete", { step: "basics" });
  const organisationId = data.organisationId ?? ctx.actor.organisations[0]?.organisationId;
  if (!organisationId || !ctx.actor.organisations.some((o) => o.organisationId === organisationId)) {
    throw new DomainError("organisation.not_found");
  }
  return { basics, organisationId, partners: partnersOf(data) };
}

/**
 * Creates the project of a wizard draft: project, coordinator, invited organisations, first outputs, in one
 * transaction. `stopped`: addresses that were not invited, because they have unsubscribed. A second call returns the
 * existing project. Errors: project.draft_incomplete (with the step),
 * project.draft_not_found, project.draft_changed, organisation.not_found, invitation.own_address, rate.limited.
 */
export async function createProject(ctx: MemberContext, input: { id: string }): Promise<CreatedProject> {
  const read = await findDraft(ctx, input.id);
  if (read.projectId) return existing(ctx.db, read.projectId);
  const { basics, organisationId, partners } = planOf(ctx, read.data);
  await limit("projects", ctx.actor.personId);
  await limitInvitations(
    ctx.actor,
    partners.flatMap(({ input: partner }) => partner.emails),
  );
  return ctx.db.transaction(async (tx) => {
    const draft = await lockDraft(tx, ctx, input.id);
    if (draft.projectId) return existing(tx, draft.projectId);
    const { data, revision } = draft;
    // Only the draft that was validated and counted above is created.
    if (revision !== read.revision) throw new DomainError("project.draft_changed", { current: { revision, data } });
    const projectId = uuid();
    const slug = projectSlug(basics.data.acronym, randomBytes(4).toString("hex"));
    await tx.insert(projects).values({
      id: projectId,
      slug,
      publicSlug: newAddress("partnership", basics.data.acronym),
      status: basics.data.grantReference ? "running" : "draft",
      ...basics.data,
      createdBy: ctx.actor.personId,
      createdAt: ctx.now,
    });
    const participationId = uuid();
    await tx.insert(participations).values({
      id: participationId,
      projectId,
      organisationId,
      kind: "coordinator",
      hue: 0,
      joinedAt: ctx.now,
    });
    await tx.insert(participationPeople).values({
      id: uuid(),
      projectId,
      participationId,
      personId: ctx.actor.personId,
      role: "manager",
    });
    const where = { projectId, organisationId };
    const { title, acronym } = basics.data;
    await record(tx, ctx, where, { type: "project.created", data: { title, acronym } });
    const added = await addInvitedOrganisations(
      tx,
      ctx,
      { projectId, inviterOrganisationId: organisationId },
      partners.map((partner) => partner.input),
    );
    // Of all members only the creator can be among the invited; without this the address would disappear unnoticed.
    const own = added.flatMap(({ members }) => members)[0];
    if (own) throw new DomainError("invitation.own_address", { address: own.address });
    const leads = new Map(partners.map((partner, i) => [partner.key, added[i]?.organisationId]));
    const planned = (data.outputs ?? [])
      .filter((output) => output.title.trim() !== "")
      .map((output) => {
        const read = plannedOutput.safeParse({
          id: uuid(),
          title: output.title,
          type: output.type,
          leadOrganisationId: (output.leadKey && leads.get(output.leadKey)) ?? organisationId,
          languages: output.languages,
          dueOn: output.dueOn || null,
        });
        if (!read.success) throw new DomainError("project.draft_incomplete", { step: "outputs" });
        return read.data;
      });
    await addOutputs(tx, ctx, where, planned);
    await tx.update(projectDrafts).set({ projectId }).where(eq(projectDrafts.id, draft.id));
    return { slug, stopped: added.flatMap(({ stopped }) => stopped) };
  });
}

async function existing(tx: Db, projectId: string): Promise<CreatedProject> {
  const [row] = await tx.select({ slug: projects.slug }).from(projects).where(eq(projects.id, projectId));
  if (!row) throw new DomainError("project.not_found");
  return { ...row, stopped: [] };
}
