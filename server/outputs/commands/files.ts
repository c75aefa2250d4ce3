import { createHash } from "node:crypto";
import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { blobs, fileVersions, outputFiles, outputs, projects } from "@/db/schema";
import { coordinates, placeIn } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { decideMove, fileName, fileNameKey } from "@/domain/outputs";
import type { LinkInput, UploadMetadata } from "@/domain/schemas/outputs";
import { record } from "@/server/activity/record";
import { authorize } from "@/server/authorize";
import { env } from "@/server/env";
import { enqueue } from "@/server/jobs/enqueue";
import { orTakenId } from "@/server/taken-id";
import type { MemberContext } from "@/server/context";
import { changedSince } from "./approval";
import { shownVersion } from "../queries/asked-alone";
import { type LockedOutput, lockOutput } from "./lock-output";

type Content = { sha256: string; sizeBytes: number; mediaType: string; blobId: string | null; url: string | null };
type Meaning = { versionId: string; name: string; language: string; note: string; restoredFrom?: number };

/** Takes room in the project's storage within the transaction; file.storage_full says how much is left. */
async function takeRoom(tx: Db, projectId: string, bytes: number): Promise<void> {
  const standard = env().PROJECT_STORAGE_BYTES;
  const [taken] = await tx
    .update(projects)
    .set({ storedBytes: sql`${projects.storedBytes} + ${bytes}` })
    .where(
      and(
        eq(projects.id, projectId),
        sql`${projects.storedBytes} + ${bytes} <= coalesce(${projects.storageLimitBytes}, ${standard}::bigint)`,
      ),
    )
    .returning({ id: projects.id });
  if (taken) return;
  const [left] = await tx
    .select({
      bytes: sql<number>`(coalesce(${projects.storageLimitBytes}, ${standard}::bigint) - ${projects.storedBytes})::float8`,
    })
    .from(projects)
    .where(eq(projects.id, projectId));
  throw new DomainError("file.storage_full", { leftBytes: left?.bytes ?? 0, neededBytes: bytes });
}

/** Adds the next version of a file to a locked output and moves the output on. */
async function addVersion(tx: Db, ctx: MemberContext, output: LockedOutput, content: Content, meaning: Meaning) {
  const name = fileName(meaning.name);
  const key = fileNameKey(name);
  await tx
    .insert(outputFiles)
    .values({
      id: uuid(),
      projectId: output.projectId,
      outputId: output.id,
      name,
      nameKey: key,
      language: meaning.language,
    })
    .onConflictDoNothing();
  const [file] = await tx
    .select({ id: outputFiles.id })
    .from(outputFiles)
    .where(
      and(
        eq(outputFiles.outputId, output.id),
        eq(outputFiles.language, meaning.language),
        eq(outputFiles.nameKey, key),
      ),
    );
  const place = placeIn(ctx.actor, output.projectId);
  if (!file || !place) throw new DomainError("output.not_found");
  const [last] = await tx
    .select({ number: fileVersions.number })
    .from(fileVersions)
    .where(eq(fileVersions.fileId, file.id))
    .orderBy(desc(fileVersions.number))
    .limit(1);
  const number = (last?.number ?? 0) + 1;
  const version = {
    id: meaning.versionId,
    projectId: output.projectId,
    outputId: output.id,
    fileId: file.id,
    number,
    ...content,
    name,
    note: meaning.note,
    restoredFrom: meaning.restoredFrom ?? null,
    uploadedBy: ctx.actor.personId,
    organisationId: place.organisationId,
    createdAt: ctx.now,
  };
  await orTakenId(tx.insert(fileVersions).values(version));
  await tx
    .update(outputs)
    .set({
      status: decideMove(output.status, "work"),
      changedSinceApproval:
        output.approvedSubmissionId !== null && (await changedSince(tx, output.id, output.approvedSubmissionId)),
    })
    .where(eq(outputs.id, output.id));
  const involved = [output.leadOrganisationId, ...output.contributorIds].includes(place.organisationId);
  return { number, name, onBehalf: !involved && coordinates(ctx.actor, output.projectId) };
}

/**
 * Turns received content into the next version of its file. The same version id again answers with what is there, so
 * that a finished upload whose answer was lost can be finished twice.
 */
export async function addUploadedVersion(
  ctx: MemberContext,
  upload: UploadMetadata & {
    versionId: string;
    storageKey: string;
    sha256: string;
    sizeBytes: number;
    mediaType: string;
  },
): Promise<{ versionId: string }> {
  return ctx.db.transaction(async (tx) => {
    const output = await lockOutput(tx, ctx.actor, upload.outputId);
    const [again] = await tx
      .select({ id: fileVersions.id })
      .from(fileVersions)
      .where(eq(fileVersions.id, upload.versionId));
    if (again) return { versionId: again.id };
    authorize(ctx.actor, "output.upload", output);
    await takeRoom(tx, output.projectId, upload.sizeBytes);
    const { storageKey, sha256, sizeBytes, mediaType } = upload;
    const blobId = uuid();
    await tx.insert(blobs).values({ id: blobId, storageKey, sha256, sizeBytes, mediaType });
    const content = { sha256, sizeBytes, mediaType, blobId, url: null };
    const added = await addVersion(tx, ctx, output, content, upload);
    const data = {
      number: output.number,
      title: output.title,
      versionId: upload.versionId,
      file: added.name,
      version: added.number,
      onBehalf: added.onBehalf,
    };
    await record(tx, ctx, { projectId: output.projectId, outputId: output.id }, { type: "file.uploaded", data });
    return { versionId: upload.versionId };
  });
}

/** Adds a link as the next version of that name; its hash is that of the address. Errors: as for uploads, input.id_taken. */
export async function addLink(ctx: MemberContext, input: LinkInput): Promise<{ versionId: string }> {
  return ctx.db.transaction(async (tx) => {
    const output = await lockOutput(tx, ctx.actor, input.outputId);
    authorize(ctx.actor, "output.upload", output);
    const mine = and(eq(fileVersions.uploadedBy, ctx.actor.personId), eq(fileVersions.outputId, output.id));
    const [again] = await tx
      .select({ id: fileVersions.id })
      .from(fileVersions)
      .where(and(eq(fileVersions.id, input.id), mine));
    if (again) return { versionId: again.id };
    const sha256 = createHash("sha256").update(input.url).digest("hex");
    const content = { sha256, sizeBytes: 0, mediaType: "text/uri-list", blobId: null, url: input.url };
    const added = await addVersion(tx, ctx, output, content, { ...input, versionId: input.id });
    const data = {
      number: output.number,
      title: output.title,
      versionId: input.id,
      file: added.name,
      version: added.number,
      onBehalf: added.onBehalf,
    };
    await record(tx, ctx, { projectId: output.projectId, outputId: output.id }, { type: "file.linked", data });
    return { versionId: input.id };
  });
}

/** The version with its file and its locked output, within what the actor may read. Errors: file.not_found. */
async function lockVersion(tx: Db, ctx: MemberContext, versionId: string) {
  const [version] = await tx
    .select()
    .from(fileVersions)
    .innerJoin(outputFiles, eq(outputFiles.id, fileVersions.fileId))
    .where(
      and(
        eq(fileVersions.id, versionId),
        inArray(
          fileVersions.projectId,
          ctx.actor.participations.map((place) => place.projectId),
        ),
        shownVersion(ctx.actor),
      ),
    )
    .for("update", { of: fileVersions });
  if (!version) throw new DomainError("file.not_found");
  const output = await lockOutput(tx, ctx.actor, version.file_versions.outputId);
  return { version: version.file_versions, file: version.output_files, output };
}

/** Makes an older version the newest again: same content, new number. Errors: file.withdrawn. */
export async function restoreVersion(ctx: MemberContext, input: { versionId: string }): Promise<{ versionId: string }> {
  return ctx.db.transaction(async (tx) => {
    const { version, file, output } = await lockVersion(tx, ctx, input.versionId);
    authorize(ctx.actor, "output.upload", output);
    if (version.withdrawnAt) throw new DomainError("file.withdrawn");
    const versionId = uuid();
    const { sha256, sizeBytes, mediaType, blobId, url } = version;
    const meaning = {
      versionId,
      name: file.name,
      language: file.language,
      note: version.note,
      restoredFrom: version.number,
    };
    const added = await addVersion(tx, ctx, output, { sha256, sizeBytes, mediaType, blobId, url }, meaning);
    const data = {
      number: output.number,
      title: output.title,
      versionId,
      file: added.name,
      version: added.number,
      from: version.number,
    };
    await record(tx, ctx, { projectId: output.projectId, outputId: output.id }, { type: "file.restored", data });
    return { versionId };
  });
}

/**
 * Withdraws a version with a reason: its content is erased, its line and hash stay. What was restored from it is the
 * same content and goes with it. Errors: file.withdrawn, forbidden.
 */
export async function withdrawVersion(ctx: MemberContext, input: { versionId: string; reason: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { version, output } = await lockVersion(tx, ctx, input.versionId);
    authorize(ctx.actor, "version.withdraw", {
      ...output,
      uploadedBy: version.uploadedBy,
      versionOrganisationId: version.organisationId,
    });
    if (version.withdrawnAt) throw new DomainError("file.withdrawn");
    const withdrawn = await tx
      .update(fileVersions)
      .set({ withdrawnAt: ctx.now, withdrawnBy: ctx.actor.personId, withdrawReason: input.reason, url: null })
      .where(
        and(
          eq(fileVersions.fileId, version.fileId),
          isNull(fileVersions.withdrawnAt),
          version.blobId === null ? eq(fileVersions.sha256, version.sha256) : eq(fileVersions.blobId, version.blobId),
        ),
      )
      .returning({ id: fileVersions.id, name: fileVersions.name, number: fileVersions.number });
    if (output.approvedSubmissionId) {
      const changedSinceApproval = await changedSince(tx, output.id, output.approvedSubmissionId);
      await tx.update(outputs).set({ changedSinceApproval }).where(eq(outputs.id, output.id));
    }
    if (version.blobId) await enqueue(tx, "erase_blob", { blobId: version.blobId });
    const where = { projectId: output.projectId, outputId: output.id };
    for (const { id, name, number } of withdrawn.sort((a, b) => a.number - b.number)) {
      const named = { number: output.number, title: output.title, versionId: id, file: name, version: number };
      await record(tx, ctx, where, { type: "file.withdrawn", data: { ...named, reason: input.reason } });
    }
  });
}
