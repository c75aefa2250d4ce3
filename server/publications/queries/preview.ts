import { sql } from "drizzle-orm";
import { DomainError } from "@/domain/errors";
import { publicOutput } from "@/domain/schemas/public";
import type { PreviewPublication } from "@/domain/schemas/publications";
import type { MemberContext } from "@/server/context";
import { getOutput } from "@/server/outputs/queries/get-output";
import { readPage } from "@/server/public/output-page";
import { checkChoices } from "../commands/check-choices";
import { publicationColumns } from "../commands/publish";

const list = (ids: readonly string[]) => sql`${`{${ids.join(",")}}`}::uuid[]`;

/** The column names of a publication, for the JSON from which PostgreSQL makes its row. */
function rowOf(input: PreviewPublication, fixed: { projectId: string; slug: string; now: Date }) {
  const columns = publicationColumns(input);
  const { targetGroups, eqfLevel, iscedField, coverVersionId, coverText, ...rest } = columns;
  return {
    ...rest,
    target_groups: targetGroups,
    eqf_level: eqfLevel,
    isced_field: iscedField,
    cover_version_id: coverVersionId,
    cover_text: coverText,
    project_id: fixed.projectId,
    output_id: input.outputId,
    slug: fixed.slug,
    published_at: fixed.now.toISOString(),
    revision: 0,
  };
}

/**
 * The public page as it would be with these values, which are checked as for publishing. Names of people who have not
 * agreed are left out, as they will be until they agree; the own name is shown. Errors: those of publishOutput.
 */
export async function previewPublication(ctx: MemberContext, input: PreviewPublication) {
  const output = await getOutput(ctx, input);
  if (!output.can["output.publish"]) throw new DomainError("forbidden");
  const [before] = await ctx.db.execute<{ id: string; slug: string }>(
    sql`select id, slug from publications where output_id = ${output.id}`,
  );
  const { projectId, approvedSubmissionId } = output;
  const publicationId = before?.id ?? null;
  await checkChoices(ctx.db, { outputId: output.id, projectId, approvedSubmissionId, publicationId }, input);
  const row = JSON.stringify(rowOf(input, { projectId, slug: before?.slug ?? "", now: ctx.now }));
  const page = await readPage(ctx.db, {
    publication: sql`select * from json_populate_record(null::publications, ${row}::json)`,
    versions: sql`select unnest(${list(input.versionIds)}) as version_id`,
    organisations: sql`select * from unnest(${list(input.organisationIds)}) with ordinality as o(organisation_id, position)`,
    people: sql`select a.person_id, a.position
      from unnest(${list(input.personIds)}) with ordinality as a(person_id, position)
      where a.person_id = ${ctx.actor.personId} or exists (select from publication_people c where c.person_id = a.person_id
        and c.publication_id = ${publicationId} and c.consent = 'agreed')`,
  });
  return publicOutput.parse(page);
}
