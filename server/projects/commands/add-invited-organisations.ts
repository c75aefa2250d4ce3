import { and, eq, isNotNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { organisations, participations } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { nameKey, shortNameOf } from "@/domain/organisations";
import { hasEnded, maxOrganisations, nextHue } from "@/domain/projects";
import type { InvitedOrganisation } from "@/domain/schemas/projects";
import type { MemberContext } from "@/server/context";
import { newAddress } from "@/server/publications/commands/public-address";
import { addInvitations } from "./add-invitations";

/** The organisation of an invitation: a known one by id, or a new one that nobody has claimed yet. */
async function invitedOrganisationId(tx: Db, input: InvitedOrganisation): Promise<{ id: string; name: string }> {
  if (input.organisationId) {
    const [existing] = await tx
      .select({ id: organisations.id, name: organisations.legalName })
      .from(organisations)
      .where(and(eq(organisations.id, input.organisationId), isNotNull(organisations.claimedAt)));
    if (!existing) throw new DomainError("organisation.not_found");
    return existing;
  }
  const { legalName, country } = input;
  if (!legalName || !country) throw new DomainError("input.invalid");
  const id = uuid();
  const shortName = shortNameOf(legalName);
  await tx.insert(organisations).values({
    id,
    legalName,
    shortName,
    publicSlug: newAddress("partner", shortName),
    nameKey: nameKey(legalName),
    country,
    city: input.city || null,
    type: input.type ?? null,
    oid: input.oid ?? null,
    pic: input.pic ?? null,
  });
  return { id, name: legalName };
}

/** Adds organisations to a project in the caller's transaction and invites their people. */
export async function addInvitedOrganisations(
  tx: Db,
  ctx: MemberContext,
  project: { projectId: string; inviterOrganisationId: string },
  list: InvitedOrganisation[],
) {
  const present = await tx
    .select({
      id: participations.id,
      organisationId: participations.organisationId,
      hue: participations.hue,
      endedOn: participations.endedOn,
      name: organisations.legalName,
      nameKey: organisations.nameKey,
      country: organisations.country,
    })
    .from(participations)
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .where(eq(participations.projectId, project.projectId));
  if (present.length + list.length > maxOrganisations) throw new DomainError("project.too_many");
  const hues = present.map((row) => row.hue);
  const answers = [];
  for (const input of list) {
    const sameName = input.organisationId
      ? present.find((row) => row.organisationId === input.organisationId)
      : present.find((row) => row.nameKey === nameKey(input.legalName ?? "") && row.country === input.country);
    if (sameName && hasEnded(sameName.endedOn, ctx.now)) throw new DomainError("participation.ended");
    const organisation = sameName
      ? { id: sameName.organisationId, name: sameName.name }
      : await invitedOrganisationId(tx, input);
    const participationId = sameName?.id ?? uuid();
    if (!sameName) {
      const hue = nextHue(hues);
      hues.push(hue);
      await tx.insert(participations).values({
        id: participationId,
        projectId: project.projectId,
        organisationId: organisation.id,
        kind: input.kind,
        hue,
      });
      const { id: organisationId, name } = organisation;
      const added = { id: participationId, organisationId, hue, endedOn: null, name };
      present.push({ ...added, nameKey: nameKey(name), country: input.country ?? "" });
    }
    const at = { ...project, participationId, organisationId: organisation.id, name: organisation.name };
    answers.push({ participationId, organisationId: organisation.id, ...(await addInvitations(tx, ctx, at, input)) });
  }
  return answers;
}
