import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { organisations, outputs, participationPeople, participations, people, projects } from "@/db/schema";

type Role = "manager" | "contributor" | "viewer";

/** A person of a new organisation, in a project with the given kind and role. */
async function aMember(db: Db, projectId: string, kind: "coordinator" | "partner", role: Role, personId: string) {
  const organisationId = uuid();
  const participationId = uuid();
  const name = `Organisation ${organisationId.slice(-6)}`;
  await db.insert(organisations).values({
    id: organisationId,
    legalName: name,
    shortName: name,
    publicSlug: organisationId,
    nameKey: name.toLowerCase(),
    country: "GR",
  });
  await db
    .insert(participations)
    .values({ id: participationId, projectId, organisationId, kind, hue: 1, joinedAt: new Date("2026-01-01") });
  await db.insert(participationPeople).values({ id: uuid(), projectId, participationId, personId, role });
  return organisationId;
}

/** A running project with an output led by a partner, the partner's contributor and viewer, and a stranger. */
export async function anOutputToUploadTo(db: Db) {
  const ids = {
    project: uuid(),
    output: uuid(),
    manager: uuid(),
    contributor: uuid(),
    viewer: uuid(),
    stranger: uuid(),
  };
  const { manager, contributor, viewer, stranger } = ids;
  await db
    .insert(people)
    .values([manager, contributor, viewer, stranger].map((id) => ({ id, name: `Person ${id.slice(-6)}` })));
  await db.insert(projects).values({
    id: ids.project,
    slug: `p-${ids.project}`,
    publicSlug: `p-${ids.project}`,
    status: "running",
    callYear: 2026,
    actionCode: "KA220",
    field: "school",
    title: "A project",
    acronym: "AP",
    createdBy: manager,
  });
  await aMember(db, ids.project, "coordinator", "manager", manager);
  const lead = await aMember(db, ids.project, "partner", "contributor", contributor);
  await aMember(db, ids.project, "partner", "viewer", viewer);
  await db.insert(outputs).values({
    id: ids.output,
    projectId: ids.project,
    number: 1,
    title: "An output",
    type: "guide",
    leadOrganisationId: lead,
  });
  return ids;
}
