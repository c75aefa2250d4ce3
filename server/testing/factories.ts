import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import {
  addresses,
  invitations,
  invitationTokens,
  organisationPeople,
  organisations,
  participationPeople,
  participations,
  people,
  projects,
} from "@/db/schema";
import type { ParticipationKind, ProjectRole, ProjectStatus } from "@/domain/actor";
import { nameKey } from "@/domain/organisations";
import { hashPassword } from "@/server/auth/password";
import { newToken } from "@/server/auth/tokens";

/** The current time in tests unless they set another: a Monday at noon. */
export const noon = new Date("2026-03-16T12:00:00Z");
/** Creation time of test data, some weeks before. */
const before = new Date("2026-02-02T12:00:00Z");

export const aPassword = "an orchard in the rain";
let hashed: Promise<string> | undefined;

/** A unique word. */
export const word = () => randomBytes(5).toString("hex");

/** A unique e-mail address. */
export const anAddress = () => `${word()}@example.org`;

/** A person with one confirmed address and, unless another is given, the password above. */
export async function aPerson(
  db: Db,
  options: { name?: string; address?: string; confirmed?: boolean; locale?: string; password?: string } = {},
) {
  const person = { id: uuid(), addressId: uuid(), name: options.name ?? `Person ${word()}` };
  const address = options.address ?? anAddress();
  const passwordHash = await (options.password ? hashPassword(options.password) : (hashed ??= hashPassword(aPassword)));
  await db.insert(people).values({
    id: person.id,
    name: person.name,
    locale: options.locale ?? "en",
    passwordHash,
    createdAt: noon,
  });
  await db.insert(addresses).values({
    id: person.addressId,
    personId: person.id,
    address,
    isPrimary: true,
    confirmedAt: (options.confirmed ?? true) ? noon : null,
  });
  return { ...person, address };
}

/** A registered organisation with these people as admins and members. */
export async function anOrganisation(
  db: Db,
  options: {
    admins?: string[];
    members?: string[];
    country?: string;
    name?: string;
    oid?: string;
    pic?: string;
    claimed?: boolean;
  } = {},
) {
  const id = uuid();
  const name = options.name ?? `${word()} ${word()} ${word()}`;
  await db.insert(organisations).values({
    id,
    legalName: name,
    shortName: name.slice(0, 11),
    publicSlug: `o-${id}`,
    nameKey: nameKey(name),
    country: options.country ?? "GR",
    city: "Volos",
    type: "school",
    oid: options.oid ?? null,
    pic: options.pic ?? null,
    claimedAt: options.claimed === false ? null : noon,
  });
  const staff = [
    ...(options.admins ?? []).map((personId) => ({ id: uuid(), organisationId: id, personId, role: "admin" as const })),
    ...(options.members ?? []).map((personId) => ({
      id: uuid(),
      organisationId: id,
      personId,
      role: "member" as const,
    })),
  ];
  if (staff.length > 0) await db.insert(organisationPeople).values(staff);
  return { id, name };
}

/** One organisation in a project, with a person for each role; the manager is the organisation's admin. */
export interface Side {
  organisationId: string;
  participationId: string;
  name: string;
  manager: string;
  contributor: string;
  viewer: string;
}

async function aSide(db: Db, projectId: string, kind: ParticipationKind, hue: number, country: string): Promise<Side> {
  const [manager, contributor, viewer] = [await aPerson(db), await aPerson(db), await aPerson(db)].map((p) => p.id);
  if (!manager || !contributor || !viewer) throw new Error("A side has three people.");
  const { id, name } = await anOrganisation(db, { admins: [manager], members: [contributor, viewer], country });
  const participationId = uuid();
  await db
    .insert(participations)
    .values({ id: participationId, projectId, organisationId: id, kind, hue, joinedAt: noon, createdAt: before });
  const staff = { manager, contributor, viewer };
  for (const [role, personId] of Object.entries(staff) as [ProjectRole, string][]) {
    await aMember(db, { projectId, participationId }, personId, role);
  }
  return { organisationId: id, participationId, name, ...staff };
}

/** Adds a person to a project for one organisation. */
export async function aMember(
  db: Db,
  at: { projectId: string; participationId: string },
  personId: string,
  role: ProjectRole,
): Promise<string> {
  const id = uuid();
  const { projectId, participationId } = at;
  await db.insert(participationPeople).values({ id, projectId, participationId, personId, role, createdAt: noon });
  return id;
}

/** The id of a person's membership of a project. */
export async function memberIdOf(db: Db, projectId: string, personId: string): Promise<string> {
  const [member] = await db
    .select({ id: participationPeople.id })
    .from(participationPeople)
    .where(and(eq(participationPeople.projectId, projectId), eq(participationPeople.personId, personId)));
  if (!member) throw new Error("The person is not in the project.");
  return member.id;
}

/** A project with a coordinator, two partners and an external evaluator, each with a person for every role. */
export async function aProject(db: Db, options: { status?: ProjectStatus } = {}) {
  const id = uuid();
  const founder = await aPerson(db);
  const slug = `p-${word()}`;
  await db.insert(projects).values({
    id,
    slug,
    publicSlug: slug,
    status: options.status ?? "running",
    callYear: 2026,
    actionCode: "KA220-SCH",
    field: "school",
    title: `Project ${word()}`,
    acronym: word().toUpperCase(),
    createdBy: founder.id,
    createdAt: noon,
  });
  return {
    id,
    slug,
    coordinator: await aSide(db, id, "coordinator", 0, "BE"),
    partner: await aSide(db, id, "partner", 1, "GR"),
    other: await aSide(db, id, "partner", 2, "PL"),
    evaluator: await aSide(db, id, "evaluator", 3, "ES"),
  };
}
export type TestProject = Awaited<ReturnType<typeof aProject>>;

/** A pending invitation with one valid token, as if e-mailed. */
export async function anInvitation(
  db: Db,
  project: TestProject,
  options: {
    participationId: string;
    address?: string;
    role?: ProjectRole;
    by?: Side;
    mailed?: boolean;
    expiresAt?: Date;
  },
) {
  const id = uuid();
  const token = newToken();
  const by = options.by ?? project.coordinator;
  const address = options.address ?? anAddress();
  await db.insert(invitations).values({
    id,
    projectId: project.id,
    participationId: options.participationId,
    address,
    role: options.role ?? "contributor",
    invitedBy: by.manager,
    invitedByOrganisationId: by.organisationId,
    expiresAt: options.expiresAt ?? new Date(noon.getTime() + 86_400_000),
    createdAt: noon,
  });
  await db.insert(invitationTokens).values({
    id: uuid(),
    invitationId: id,
    hash: token.hash,
    mailed: options.mailed ?? true,
  });
  return { id, token: token.raw, address };
}

/** A participation of an organisation without people. */
export async function anInvitedParticipation(db: Db, project: TestProject, options: { organisationId?: string } = {}) {
  const organisationId = options.organisationId ?? (await anOrganisation(db, { claimed: false, country: "IT" })).id;
  const participationId = uuid();
  await db
    .insert(participations)
    .values({ id: participationId, projectId: project.id, organisationId, kind: "partner", hue: 7, createdAt: before });
  return { organisationId, participationId };
}
