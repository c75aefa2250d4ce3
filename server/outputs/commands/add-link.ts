import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { fileVersions } from "@/db/schema";
import type { LinkInput } from "@/domain/schemas/outputs";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { lockOutput } from "./lock-output";
import { addVersion } from "./add-version";

/**
 * Adds a link as the next version of that name; its hash is that of the address. Errors: as for uploads,
 * input.id_taken.
 */
export async function addLink(ctx: MemberContext, input: LinkInput): Promise<{ versionId: string }> {
  return ctx.db.transaction(async (tx) => {
    const output = await lockOutput(tx, ctx.actor, input.outputId);
    authorize(ctx.actor, "output.upload", output);
    const sameRequest = and(eq(fileVersions.uploadedBy, ctx.actor.personId), eq(fileVersions.outputId, output.id));
    const [again] = await tx
      .select({ id: fileVersions.id })
      .from(fileVersions)
      .where(and(eq(fileVersions.id, input.id), sameRequest));
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
