import { and, desc, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { fileVersions, outputFiles, outputs } from "@/db/schema";
import { coordinates, participationIn } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { decideMove, fileName, fileNameKey } from "@/domain/outputs";
import { orTakenId } from "@/server/taken-id";
import type { MemberContext } from "@/server/context";
import { updateApproval } from "./approval";
import type { LockedOutput } from "./lock-output";

type Content = { sha256: string; sizeBytes: number; mediaType: string; blobId: string | null; url: string | null };

type NewVersion = { versionId: string; name: string; language: string; note: string; restoredFrom?: number };

/**
 * Adds the next version of a file to a locked output and updates the output's status. Errors: file.same_content with
 * `version` and `name` when an upload has the bytes of the newest version.
 */
export async function addVersion(
  tx: Db,
  ctx: MemberContext,
  output: LockedOutput,
  content: Content,
  added: NewVersion,
) {
  const name = fileName(added.name);
  const key = fileNameKey(name);
  await tx
    .insert(outputFiles)
    .values({
      id: uuid(),
      projectId: output.projectId,
      outputId: output.id,
      name,
      nameKey: key,
      language: added.language,
    })
    .onConflictDoNothing();
  const [file] = await tx
    .select({ id: outputFiles.id })
    .from(outputFiles)
    .where(
      and(eq(outputFiles.outputId, output.id), eq(outputFiles.language, added.language), eq(outputFiles.nameKey, key)),
    );
  const participation = participationIn(ctx.actor, output.projectId);
  if (!file || !participation) throw new DomainError("output.not_found");
  const [last] = await tx
    .select({ number: fileVersions.number, sha256: fileVersions.sha256, withdrawnAt: fileVersions.withdrawnAt })
    .from(fileVersions)
    .where(eq(fileVersions.fileId, file.id))
    .orderBy(desc(fileVersions.number))
    .limit(1);
  // Restoring is a choice of its own, and a link is hashed by its address, whose content may have changed since.
  const uploaded = content.blobId !== null && added.restoredFrom === undefined;
  if (uploaded && last?.withdrawnAt === null && last.sha256 === content.sha256) {
    throw new DomainError("file.same_content", { version: last.number, name });
  }
  const number = (last?.number ?? 0) + 1;
  const version = {
    id: added.versionId,
    projectId: output.projectId,
    outputId: output.id,
    fileId: file.id,
    number,
    ...content,
    name,
    note: added.note,
    restoredFrom: added.restoredFrom ?? null,
    uploadedBy: ctx.actor.personId,
    organisationId: participation.organisationId,
    createdAt: ctx.now,
  };
  await orTakenId(tx.insert(fileVersions).values(version));
  await tx
    .update(outputs)
    .set({ status: decideMove(output.status, "work") })
    .where(eq(outputs.id, output.id));
  await updateApproval(tx, ctx, output);
  const involved = [output.leadOrganisationId, ...output.contributorIds].includes(participation.organisationId);
  return { number, name, onBehalf: !involved && coordinates(ctx.actor, output.projectId) };
}
