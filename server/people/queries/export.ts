import { sql, type SQL } from "drizzle-orm";
import type { MemberContext } from "@/server/context";
import { getMe } from "./account";

/** More than a person makes in a working life; the answer stays one that a browser can save. */
const atMost = 50_000;

/** Every table that says something of a person, as it is handed out to them. */
const tables: Record<string, (personId: string) => SQL> = {
  profile: (id) => sql`select name, locale, time_zone, seen_at, created_at from people where id = ${id}`,
  addresses: (id) => sql`select address, is_primary, confirmed_at, created_at from addresses where person_id = ${id}`,
  sessions: (id) => sql`select browser, system, created_at, last_seen_at, ended_at from sessions
    where person_id = ${id} order by created_at`,
  signOn: (id) => sql`select issuer, created_at from identities where person_id = ${id}`,
  memberships: (id) => sql`select o.legal_name as organisation, op.role, op.created_at as since
    from organisation_people op join organisations o on o.id = op.organisation_id where op.person_id = ${id}`,
  requestsToJoin: (id) => sql`select o.legal_name as organisation, j.status, j.decided_at, j.created_at
    from join_requests j join organisations o on o.id = j.organisation_id where j.person_id = ${id}`,
  projects: (id) => sql`select pr.id, pr.acronym, pr.title, o.legal_name as organisation, pa.kind, pp.role,
      pp.created_at as since, pp.ended_at as until
    from participation_people pp join participations pa on pa.id = pp.participation_id
    join projects pr on pr.id = pp.project_id join organisations o on o.id = pa.organisation_id
    where pp.person_id = ${id} order by pp.created_at`,
  drafts: (id) => sql`select data, updated_at from project_drafts where person_id = ${id}`,
  invitationsSent: (id) =>
    sql`select address, role, message, status, created_at from invitations where invited_by = ${id}`,
  invitationsAnswered: (id) => sql`select address, role, status, decided_at, decline_reason from invitations
    where decided_by = ${id}`,
  uploads: (id) => sql`select pr.acronym as project, v.name, v.number, v.size_bytes::float8 as size_bytes, v.media_type,
      v.sha256, v.url, v.note, v.created_at, v.withdrawn_at
    from file_versions v join projects pr on pr.id = v.project_id where v.uploaded_by = ${id} order by v.created_at`,
  submissions: (id) => sql`select pr.acronym as project, x.title as output, s.number, s.note, s.status, s.created_at
    from submissions s join outputs x on x.id = s.output_id join projects pr on pr.id = s.project_id
    where s.submitted_by = ${id} order by s.created_at`,
  decisions: (id) => sql`select pr.acronym as project, x.title as output, s.number, s.status, s.decision_comment,
      s.decided_at
    from submissions s join outputs x on x.id = s.output_id join projects pr on pr.id = s.project_id
    where s.decided_by = ${id} order by s.decided_at`,
  reviews: (id) => sql`select pr.acronym as project, x.title as output, s.number as submission, r.verdict, r.comment,
      r.due_on, r.decided_at, r.created_at
    from reviews r join submissions s on s.id = r.submission_id join outputs x on x.id = s.output_id
    join projects pr on pr.id = r.project_id where r.reviewer_id = ${id} order by r.created_at`,
  comments: (id) => sql`select pr.acronym as project, x.title as output, c.body, c.created_at
    from comments c join submissions s on s.id = c.submission_id join outputs x on x.id = s.output_id
    join projects pr on pr.id = c.project_id where c.person_id = ${id} order by c.created_at`,
  practices: (id) => sql`select title, need, done, changed, takes, target_group, field, language, licence, status,
      published_at, created_at
    from practices where author_id = ${id} order by created_at`,
  mails: (id) => sql`select template, address, subject, status, sent_at from mails where person_id = ${id}
    order by created_at`,
  stoppedMail: (id) => sql`select m.address, m.kind, m.created_at from mail_stops m
    where exists (select 1 from addresses a where a.person_id = ${id} and a.address = m.address and a.confirmed_at is not null)`,
  activity: (id) => sql`select at, type, data, project_id from activity where person_id = ${id} order by id desc`,
};

/** Everything kept about the person, for their own copy (Article 15 and 20 GDPR); contents of files by their names. */
export async function exportMe(ctx: MemberContext) {
  const answer: Record<string, Record<string, unknown>[]> = {};
  for (const [name, query] of Object.entries(tables)) {
    answer[name] = [...(await ctx.db.execute(sql`${query(ctx.actor.personId)} limit ${atMost}`))];
  }
  return { account: await getMe(ctx), ...answer };
}
