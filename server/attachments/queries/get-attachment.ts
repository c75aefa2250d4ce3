import { eq, sql } from "drizzle-orm";
import { attachments, blobs, practices, projects, replications } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { can } from "@/domain/policy";
import type { MemberContext } from "@/server/context";

/**
 * A file of a practice of the actor's consortia, of a report that was sent to them, or of a report of the actor's
 * organisations. Errors: file.not_found.
 */
export async function getAttachment(ctx: MemberContext, { attachmentId }: { attachmentId: string }) {
  const practiceId = sql`coalesce(${attachments.practiceId}, ${replications.practiceId})`;
  const [row] = await ctx.db
    .select({
      file: { id: attachments.id, name: attachments.name, mediaType: blobs.mediaType, sizeBytes: blobs.sizeBytes },
      practice: {
        projectId: practices.projectId,
        projectStatus: projects.status,
        authorId: practices.authorId,
        organisationId: practices.organisationId,
      },
      report: { organisationId: replications.organisationId, status: replications.status },
    })
    .from(attachments)
    .innerJoin(blobs, eq(blobs.id, attachments.blobId))
    .leftJoin(replications, eq(replications.id, attachments.replicationId))
    .innerJoin(practices, eq(practices.id, practiceId))
    .innerJoin(projects, eq(projects.id, practices.projectId))
    .where(eq(attachments.id, attachmentId));
  if (!row) throw new DomainError("file.not_found");
  const { file, practice, report } = row;
  const isOfConsortium = report?.status !== "draft" && can(ctx.actor, "practice.read", practice);
  if (!isOfConsortium && !(report && can(ctx.actor, "replication.write", report))) {
    throw new DomainError("file.not_found");
  }
  return file;
}
