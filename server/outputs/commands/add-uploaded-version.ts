import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { blobs, fileVersions } from "@/db/schema";
import type { UploadMetadata } from "@/domain/schemas/outputs";
import { record } from "@/server/events/record";
import { enqueue } from "@/server/jobs/enqueue";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { lockOutput } from "./lock-output";
import { takeStorage } from "@/server/uploads/take-storage";
import { addVersion } from "./add-version";

/**
 * Stores received content as the next version of its file. Idempotent by version id, so that a client whose response
 * was lost can finish the upload again. Errors: output.not_found, forbidden, file.storage_full, file.same_content.
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
    await takeStorage(tx, output.projectId, upload.sizeBytes);
    const { storageKey, sha256, sizeBytes, mediaType } = upload;
    const blobId = uuid();
    await tx.insert(blobs).values({ id: blobId, storageKey, sha256, sizeBytes, mediaType });
    if (mediaType === "application/pdf") await enqueue(tx, "count_pages", {}, { jobKey: "count_pages" });
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
