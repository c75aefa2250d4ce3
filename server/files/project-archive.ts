import { stringify } from "csv-stringify/sync";
import { and, asc, eq, gt, isNull, or, sql, type SQL } from "drizzle-orm";
import type { Db } from "@/db/client";
import { blobs, fileVersions, outputFiles, outputs } from "@/db/schema";
import { outputCode } from "@/domain/outputs";
import type { Entry } from "./archive";
import type { Storage } from "./storage";

const perPage = 200;

/** A person's name as members see it: none once the account is closed. */
const nameOf = (alias: "pe" | "by") =>
  sql`case when ${sql.raw(alias)}.closed_at is null then ${sql.raw(alias)}.name end`;

/** A table as spreadsheets read it: UTF-8 with its mark, and no cell that would be taken for a formula. */
const csv = (rows: Iterable<Record<string, unknown>>) =>
  stringify([...rows], {
    header: true,
    bom: true,
    escape_formulas: true,
    cast: { date: (date) => date.toISOString() },
  });

const tables: Record<string, (projectId: string) => SQL> = {
  "project.csv": (id) => sql`select acronym, title, status, call_year, action_code, field, kind, summary, starts_on,
    duration_months, array_to_string(priorities, '; ') as priorities, array_to_string(objectives, '; ') as objectives,
    array_to_string(impacts, '; ') as impacts, grant_reference, created_at, closed_at from projects where id = ${id}`,
  "organisations.csv": (
    id,
  ) => sql`select o.legal_name, o.short_name, o.country, o.city, o.type, o.oid, o.pic, o.website,
    p.kind, p.joined_at, p.ended_on from participations p join organisations o on o.id = p.organisation_id
    where p.project_id = ${id} order by p.hue`,
  "people.csv": (
    id,
  ) => sql`select o.short_name as organisation, pe.name, pp.role, pp.created_at as since, pp.ended_at as until
    from participation_people pp join participations p on p.id = pp.participation_id
    join organisations o on o.id = p.organisation_id join people pe on pe.id = pp.person_id and pe.closed_at is null
    where pp.project_id = ${id} order by p.hue, pe.name`,
  "invitations.csv": (id) => sql`select o.legal_name as organisation, p.kind, i.role, i.status, ${nameOf("by")} as
    invited_by, b.short_name as invited_by_organisation, i.created_at, i.last_sent_at, i.expires_at, i.decided_at,
    i.decline_reason from invitations i join participations p on p.id = i.participation_id
    join organisations o on o.id = p.organisation_id join people by on by.id = i.invited_by
    join organisations b on b.id = i.invited_by_organisation_id where i.project_id = ${id} order by p.hue, i.created_at, i.id`,
  "work-packages.csv": (
    id,
  ) => sql`select w.number, w.title, w.starts_on, w.ends_on, o.short_name as lead from work_packages w
    left join organisations o on o.id = w.lead_organisation_id where w.project_id = ${id} order by w.number`,
  "outputs.csv": (id) => sql`select x.number, x.title, x.description, x.type, o.short_name as lead,
    (select string_agg(c.short_name, '; ' order by c.short_name) from output_contributors oc
      join organisations c on c.id = oc.organisation_id where oc.output_id = x.id) as contributors, x.status, x.due_on,
    array_to_string(x.languages, '; ') as languages, w.number as work_package from outputs x
    join organisations o on o.id = x.lead_organisation_id left join work_packages w on w.id = x.work_package_id
    where x.project_id = ${id} order by x.number`,
  "versions.csv": (
    id,
  ) => sql`select x.number as output, f.name, f.language, v.number as version, v.size_bytes, v.media_type,
    v.sha256, v.url, v.note, o.short_name as organisation, ${nameOf("pe")} as uploaded_by, v.created_at, v.withdrawn_at,
    ${nameOf("by")} as withdrawn_by, v.withdraw_reason
    from file_versions v join output_files f on f.id = v.file_id join outputs x on x.id = v.output_id
    join organisations o on o.id = v.organisation_id join people pe on pe.id = v.uploaded_by
    left join people by on by.id = v.withdrawn_by where v.project_id = ${id} order by x.number, f.name, v.number`,
  "submissions.csv": (id) => sql`select x.number as output, s.number as submission, s.status, o.short_name as
    organisation, ${nameOf("pe")} as submitted_by, s.note, s.created_at, ${nameOf("by")} as decided_by, s.decided_at, f.name, f.language, v.number as version, sv.sha256
    from submissions s join outputs x on x.id = s.output_id join organisations o on o.id = s.organisation_id
    join people pe on pe.id = s.submitted_by left join people by on by.id = s.decided_by
    join submission_versions sv on sv.submission_id = s.id join file_versions v on v.id = sv.version_id
    join output_files f on f.id = v.file_id where s.project_id = ${id}
    order by x.number, s.number, f.name, v.number`,
  "reviews.csv": (id) => sql`select x.number as output, s.number as submission, s.status as submission_status,
    o.short_name as organisation, ${nameOf("pe")} as reviewer, r.due_on, r.verdict, r.comment,
    r.decided_at, s.decision_comment, s.decided_at as submission_decided_at from reviews r
    join submissions s on s.id = r.submission_id join outputs x on x.id = s.output_id
    join organisations o on o.id = r.organisation_id join people pe on pe.id = r.reviewer_id
    where r.project_id = ${id} order by x.number, s.number, r.created_at`,
  "comments.csv": (id) => sql`select x.number as output, s.number as submission, o.short_name as organisation,
    ${nameOf("pe")} as person, c.body, c.created_at from comments c
    join submissions s on s.id = c.submission_id join outputs x on x.id = s.output_id
    join organisations o on o.id = c.organisation_id join people pe on pe.id = c.person_id
    where c.project_id = ${id} order by c.created_at`,
  "practices.csv": (
    id,
  ) => sql`select r.title, r.status, o.short_name as organisation, ${nameOf("pe")} as author, r.field, r.need, r.done, r.changed, r.takes,
    r.target_group, r.language, r.licence, r.published_at, r.return_reason from practices r
    join organisations o on o.id = r.organisation_id join people pe on pe.id = r.author_id where r.project_id = ${id} order by r.created_at`,
};

/** The activity in pieces, so that a long one is never held whole. */
async function* activityTables(db: Db, projectId: string): AsyncGenerator<Entry> {
  let after = "0";
  for (let part = 1; ; part += 1) {
    const rows = await db.execute<{ id: string }>(sql`select a.id::text, a.at, a.type, o.short_name as organisation,
        ${nameOf("pe")} as person, a.data::text as data
      from activity a left join organisations o on o.id = a.organisation_id left join people pe on pe.id = a.person_id
      where a.project_id = ${projectId} and a.id > ${after}::bigint order by a.id limit 10000`);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
    yield { name: `activity-${String(part)}.csv`, content: () => Promise.resolve(csv(rows)) };
  }
}

async function* contents(db: Db, storage: Storage, projectId: string): AsyncGenerator<Entry> {
  let after = { output: 0, id: "00000000-0000-0000-0000-000000000000" };
  for (;;) {
    const rows = await db
      .select({
        id: fileVersions.id,
        output: outputs.number,
        name: fileVersions.name,
        language: outputFiles.language,
        version: fileVersions.number,
        storageKey: blobs.storageKey,
      })
      .from(fileVersions)
      .innerJoin(outputs, eq(outputs.id, fileVersions.outputId))
      .innerJoin(outputFiles, eq(outputFiles.id, fileVersions.fileId))
      .innerJoin(blobs, eq(blobs.id, fileVersions.blobId))
      .where(
        and(
          eq(fileVersions.projectId, projectId),
          isNull(fileVersions.withdrawnAt),
          isNull(blobs.erasedAt),
          or(gt(outputs.number, after.output), and(eq(outputs.number, after.output), gt(fileVersions.id, after.id))),
        ),
      )
      .orderBy(asc(outputs.number), asc(fileVersions.id))
      .limit(perPage);
    for (const row of rows) {
      const folder = [outputCode(row.output), row.language, `v${String(row.version)}`].filter(Boolean).join("/");
      yield { name: `files/${folder}/${row.name}`, content: () => storage.read(row.storageKey) };
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < perPage) return;
    after = last;
  }
}

/** A whole project: its tables as CSV, then every version that was not withdrawn, by output, language and number. */
export async function* projectEntries(db: Db, storage: Storage, projectId: string): AsyncGenerator<Entry> {
  for (const [name, query] of Object.entries(tables)) {
    yield { name, content: async () => csv(await db.execute(query(projectId))) };
  }
  yield* activityTables(db, projectId);
  yield* contents(db, storage, projectId);
}
