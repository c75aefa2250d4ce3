import { sql } from "drizzle-orm";
import { type LinkAct, moreFilesMinutes } from "@/domain/act-links";
import type { ParticipationKind } from "@/domain/actor";
import { dayInBrussels } from "@/domain/dates";
import { hashToken } from "@/server/auth/tokens";
import type { Context } from "@/server/context";
import { env } from "@/server/env";

export type ActLink = {
  id: string;
  act: LinkAct;
  subjectId: string;
  version: number;
  expiresAt: string;
  personId: string;
  name: string;
  locale: string;
  organisation: string;
  project: string;
  slug: string;
  kind: ParticipationKind;
};

/**
 * The link of a token with the person it is for, in one statement, so that all links that do not work take the same
 * time: unknown, used and expired ones, those of a person who no longer takes part or who wants to sign in for
 * everything, and those of another person than the one who is signed in.
 */
export async function findLink(
  { db, actor, now }: Pick<Context, "db" | "actor" | "now">,
  token: string,
): Promise<ActLink | null> {
  const at = now.toISOString();
  const again = `${String(moreFilesMinutes)} minutes`;
  const [link] = await db.execute<ActLink>(sql`
    select l.id, l.act, l.subject_id as "subjectId", l.version, l.expires_at as "expiresAt", pe.id as "personId",
      pe.name, pe.locale, o.short_name as organisation, pr.acronym as project, pr.slug, pa.kind
    from act_links l
    join people pe on pe.id = l.person_id and pe.closed_at is null and pe.act_links
    join participation_people pp on pp.project_id = l.project_id and pp.person_id = l.person_id and pp.ended_at is null
    join participations pa on pa.id = pp.participation_id and pa.joined_at is not null
      and (pa.ended_on is null or pa.ended_on >= ${dayInBrussels(now)}::date)
    join projects pr on pr.id = l.project_id
    join organisations o on o.id = pa.organisation_id
    where l.hash = ${hashToken(token)} and (l.used_at is null or (l.act = 'uploadFile' and l.used_at > ${at}::timestamptz - ${again}::interval)) and l.expires_at > ${at}::timestamptz
      and ${env().ACT_LINKS === "on"} and l.person_id = ${actor?.personId ?? sql`l.person_id`}`);
  return link ?? null;
}
