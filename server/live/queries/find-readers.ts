import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { participationPeople, participations, projects } from "@/db/schema";
import { stillIn } from "@/server/still-in";

const ids = (values: Iterable<string>) => sql`any(${`{${[...values].join(",")}}`}::uuid[])`;

/** Which of these people take part in these projects at this moment, and how. */
export function findReaders(db: Db, now: Date, projectIds: Iterable<string>, personIds: Iterable<string>) {
  return db
    .select({
      personId: participationPeople.personId,
      projectId: projects.id,
      slug: projects.slug,
      kind: participations.kind,
    })
    .from(participationPeople)
    .innerJoin(participations, eq(participations.id, participationPeople.participationId))
    .innerJoin(projects, eq(projects.id, participationPeople.projectId))
    .where(
      and(
        sql`${participationPeople.projectId} = ${ids(projectIds)}`,
        sql`${participationPeople.personId} = ${ids(personIds)}`,
        isNull(participationPeople.endedAt),
        isNotNull(participations.joinedAt),
        stillIn(participations.endedOn, now),
      ),
    );
}
