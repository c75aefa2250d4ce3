import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { fileVersions, outputFiles } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import type { MemberContext } from "@/server/context";
import { shownVersion } from "../queries/asked-alone";
import { lockOutput } from "./lock-output";

/** The version with its file and its locked output, within what the actor may read. Errors: file.not_found. */
export async function lockVersion(tx: Db, ctx: MemberContext, versionId: string) {
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
