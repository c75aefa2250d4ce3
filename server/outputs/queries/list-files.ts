import { and, asc, desc, eq, inArray, lt, sql } from "drizzle-orm";
import { fixedLimit, prepared } from "@/db/prepared";
import { fileVersions, organisations, outputFiles, participations, people } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import { can } from "@/domain/policy";
import type { MemberContext } from "@/server/context";
import { preparedScope, scopeOf, shownFile, shownVersion } from "./evaluator-scope";
import { getOutput, type Output } from "./get-output";

function versionColumns() {
  return {
    id: fileVersions.id,
    fileId: fileVersions.fileId,
    number: fileVersions.number,
    name: fileVersions.name,
    language: outputFiles.language,
    note: fileVersions.note,
    url: fileVersions.url,
    sha256: fileVersions.sha256,
    sizeBytes: fileVersions.sizeBytes,
    mediaType: fileVersions.mediaType,
    restoredFrom: fileVersions.restoredFrom,
    withdrawnAt: fileVersions.withdrawnAt,
    withdrawReason: fileVersions.withdrawReason,
    createdAt: fileVersions.createdAt,
    uploadedBy: fileVersions.uploadedBy,
    person: sql<string | null>`case when ${people.closedAt} is null then ${people.name} end`,
    organisation: {
      id: organisations.id,
      shortName: organisations.shortName,
      country: organisations.country,
      hue: sql<number>`coalesce(${participations.hue}, 0)`,
    },
  };
}

const shown = shownVersion(preparedScope, "v");
const afterFile = sql`(${outputFiles.nameKey}, ${outputFiles.id}) > (${sql.placeholder("nameKey")}, ${sql.placeholder("fileId")}::uuid)`;

const filesStatement = prepared((db, shape: readonly "after"[]) =>
  db
    .select({
      ...versionColumns(),
      nameKey: outputFiles.nameKey,
      versions: sql<number>`(select count(*)::int from file_versions v
        where v.file_id = ${outputFiles.id} and ${shown})`,
    })
    .from(outputFiles)
    .innerJoin(
      fileVersions,
      and(
        eq(fileVersions.fileId, outputFiles.id),
        sql`${fileVersions.number} = (select max(v.number) from file_versions v
          where v.file_id = ${outputFiles.id} and ${shown})`,
      ),
    )
    .innerJoin(people, eq(people.id, fileVersions.uploadedBy))
    .innerJoin(organisations, eq(organisations.id, fileVersions.organisationId))
    .leftJoin(
      participations,
      and(eq(participations.organisationId, organisations.id), eq(participations.projectId, fileVersions.projectId)),
    )
    .where(and(eq(outputFiles.outputId, sql.placeholder("outputId")), shape.includes("after") ? afterFile : undefined))
    .orderBy(asc(outputFiles.nameKey), asc(outputFiles.id))
    .limit(fixedLimit(pageSize + 1))
    .prepare("files"),
);

/** The files and links of an output by name, each with its newest version. */
export async function listFiles(ctx: MemberContext, input: { outputId: string; cursor?: string | undefined }) {
  return filesOf(ctx, await getOutput(ctx, input), input.cursor);
}

/** The same for an output whose access was already checked. */
export async function filesOf(ctx: MemberContext, output: Output, cursorText: string | undefined) {
  const cursor = decodeCursor(cursorText, ["text", "uuid"]);
  const values = { ...scopeOf(ctx.actor), outputId: output.id };
  const rows = cursor
    ? await filesStatement(ctx.db, "after").execute({ ...values, nameKey: cursor[0], fileId: cursor[1] })
    : await filesStatement(ctx.db).execute(values);
  const page = toPage(rows, pageSize, (row) => [row.nameKey, row.fileId]);
  return {
    ...page,
    items: page.items.map(({ nameKey: _, ...row }) => ({
      ...row,
      can: {
        "version.withdraw": can(ctx.actor, "version.withdraw", {
          ...output,
          reviewerIds: [],
          uploadedBy: row.uploadedBy,
          versionOrganisationId: row.organisation.id,
        }),
      },
    })),
  };
}

/** Every version of the file that a version belongs to, newest first. Errors: file.not_found. */
export async function listVersions(ctx: MemberContext, input: { fileId: string; cursor?: string | undefined }) {
  const [file] = await ctx.db
    .select({ outputId: outputFiles.outputId, name: outputFiles.name })
    .from(outputFiles)
    .where(
      and(
        eq(outputFiles.id, input.fileId),
        inArray(
          outputFiles.projectId,
          ctx.actor.participations.map((participation) => participation.projectId),
        ),
        shownFile(ctx.actor),
      ),
    );
  if (!file) throw new DomainError("file.not_found");
  const output = await getOutput(ctx, file);
  const cursor = decodeCursor(input.cursor, ["number"]);
  const rows = await ctx.db
    .select(versionColumns())
    .from(fileVersions)
    .innerJoin(outputFiles, eq(outputFiles.id, fileVersions.fileId))
    .innerJoin(people, eq(people.id, fileVersions.uploadedBy))
    .innerJoin(organisations, eq(organisations.id, fileVersions.organisationId))
    .leftJoin(
      participations,
      and(eq(participations.organisationId, organisations.id), eq(participations.projectId, fileVersions.projectId)),
    )
    .where(
      and(
        eq(fileVersions.fileId, input.fileId),
        shownVersion(ctx.actor),
        cursor ? lt(fileVersions.number, Number(cursor[0])) : undefined,
      ),
    )
    .orderBy(desc(fileVersions.number))
    .limit(pageSize + 1);
  const page = toPage(rows, pageSize, (row) => [row.number]);
  return {
    ...page,
    file: { id: input.fileId, name: file.name, outputId: file.outputId },
    items: page.items.map((row) => ({
      ...row,
      can: {
        "version.withdraw": can(ctx.actor, "version.withdraw", {
          ...output,
          reviewerIds: [],
          uploadedBy: row.uploadedBy,
          versionOrganisationId: row.organisation.id,
        }),
      },
    })),
  };
}
