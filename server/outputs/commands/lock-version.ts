import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { fileVersions, outputFiles } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import type { MemberContext } from "@/server/context";
import { inOwnProjects, lockSubject } from "@/server/lock-subject";
import { shownVersion } from "../queries/evaluator-scope";
import { lockOutput } from "./lock-output";

/** The version with its file and its locked output, within what the actor may read. Errors: file.not_found. */
export async function lockVersion(tx: Db, ctx: MemberContext, versionId: string) {
  const scope = and(inOwnProjects(ctx.actor, fileVersions.projectId), shownVersion(ctx.actor));
  const version = await lockSubject(tx, fileVersions, versionId, scope, "file.not_found");
  const [file] = await tx.select().from(outputFiles).where(eq(outputFiles.id, version.fileId));
  if (!file) throw new DomainError("file.not_found");
  return { version, file, output: await lockOutput(tx, ctx.actor, version.outputId) };
}
