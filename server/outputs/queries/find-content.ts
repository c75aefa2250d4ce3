import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { fileVersions, outputFiles } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { outputCode } from "@/domain/outputs";
import type { ArchiveInput } from "@/domain/schemas/outputs";
import type { MemberContext } from "@/server/context";
import { shownFile, shownVersion } from "./evaluator-scope";
import { getOutput } from "./get-output";

/** The address of an archive holds every version id: with this many it is within the length that browsers send. */
const archiveLimit = 300;

/** A version whose content the person may download. Errors: file.not_found, file.withdrawn. */
export async function getVersion(ctx: MemberContext, input: { versionId: string }) {
  const projectIds = ctx.actor.participations.map((participation) => participation.projectId);
  const [version] = await ctx.db
    .select({
      id: fileVersions.id,
      outputId: fileVersions.outputId,
      name: fileVersions.name,
      blobId: fileVersions.blobId,
      withdrawnAt: fileVersions.withdrawnAt,
    })
    .from(fileVersions)
    .where(
      and(eq(fileVersions.id, input.versionId), inArray(fileVersions.projectId, projectIds), shownVersion(ctx.actor)),
    );
  if (!version?.blobId) throw new DomainError("file.not_found");
  await getOutput(ctx, version);
  if (version.withdrawnAt) throw new DomainError("file.withdrawn");
  return { id: version.id, name: version.name };
}

/** The versions for an archive: the newest of each file, or all, or all of one file. */
export async function getArchive(
  ctx: MemberContext,
  input: ArchiveInput,
): Promise<{ name: string; versionIds: string[] }> {
  const output = await getOutput(ctx, input);
  const rows = await ctx.db
    .select({ id: fileVersions.id })
    .from(fileVersions)
    .where(
      and(
        eq(fileVersions.outputId, input.outputId),
        isNotNull(fileVersions.blobId),
        isNull(fileVersions.withdrawnAt),
        shownVersion(ctx.actor),
        input.fileId ? eq(fileVersions.fileId, input.fileId) : undefined,
        input.fileId || input.all
          ? undefined
          : sql`${fileVersions.number} = (select max(v.number) from file_versions v
              where v.file_id = ${fileVersions.fileId} and v.withdrawn_at is null
              and ${shownVersion(ctx.actor, "v")})`,
      ),
    )
    .orderBy(desc(fileVersions.createdAt))
    .limit(archiveLimit);
  if (rows.length === 0) throw new DomainError("file.not_found");
  return { name: `${outputCode(output.number)} ${output.title}`.slice(0, 120), versionIds: rows.map((row) => row.id) };
}

/**
 * Name, language and newest version number of an output's files, so that the upload form can show which version an
 * upload becomes.
 */
export async function listFileNames(ctx: MemberContext, input: { outputId: string }) {
  await getOutput(ctx, input);
  return ctx.db
    .select({
      name: outputFiles.name,
      language: outputFiles.language,
      newest: sql<number>`coalesce((select max(v.number) from file_versions v where v.file_id = output_files.id), 0)::int`,
    })
    .from(outputFiles)
    .where(and(eq(outputFiles.outputId, input.outputId), shownFile(ctx.actor)))
    .orderBy(asc(outputFiles.nameKey), asc(outputFiles.language))
    .limit(500);
}
