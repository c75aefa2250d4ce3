import { v7 as uuid } from "uuid";
import { DomainError } from "@/domain/errors";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { addVersion } from "./add-version";
import { lockVersion } from "./lock-version";

/** Adds the content of an older version as the newest version. Errors: file.withdrawn. */
export async function restoreVersion(ctx: MemberContext, input: { versionId: string }): Promise<{ versionId: string }> {
  return ctx.db.transaction(async (tx) => {
    const { version, file, output } = await lockVersion(tx, ctx, input.versionId);
    authorize(ctx.actor, "output.upload", output);
    if (version.withdrawnAt) throw new DomainError("file.withdrawn");
    const versionId = uuid();
    const { sha256, sizeBytes, mediaType, blobId, url } = version;
    const restored = {
      versionId,
      name: file.name,
      language: file.language,
      note: version.note,
      restoredFrom: version.number,
    };
    const added = await addVersion(tx, ctx, output, { sha256, sizeBytes, mediaType, blobId, url }, restored);
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
