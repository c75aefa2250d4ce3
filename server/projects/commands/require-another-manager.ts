import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { participationPeople } from "@/db/schema";
import type { ParticipationKind } from "@/domain/actor";
import { DomainError } from "@/domain/errors";

/** Throws participation.last_manager when the coordinating organisation would have no manager. */
export async function requireAnotherManager(
  tx: Db,
  member: { kind: ParticipationKind; participationId: string; id: string },
): Promise<void> {
  if (member.kind !== "coordinator") return;
  const [others] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(participationPeople)
    .where(
      and(
        eq(participationPeople.participationId, member.participationId),
        eq(participationPeople.role, "manager"),
        isNull(participationPeople.endedAt),
        sql`${participationPeople.id} <> ${member.id}`,
      ),
    );
  if (!others || others.count === 0) throw new DomainError("participation.last_manager");
}
