import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { ParticipationKind } from "@/domain/actor";
import type { SubmissionStatus, Verdict } from "@/domain/reviews";

type Newer = { submission: number; files: string[] };

/** A review as its reviewer sees it without a sign-in. */
export type LinkedReview = {
  projectId: string;
  number: number;
  title: string;
  outputId: string;
  submissionId: string;
  submission: number;
  files: string[];
  status: SubmissionStatus;
  verdict: Verdict | null;
  /** The open submission that replaced this one, where the person may see it. */
  newer: Newer | null;
};

const filesOf = (submissionId: "s.id" | "n.id") => sql`(select coalesce(json_agg(v.name order by v.name), '[]')
  from submission_versions sv join file_versions v on v.id = sv.version_id
  where sv.submission_id = ${sql.raw(submissionId)})`;

/** The review of a reviewer; null when it was passed to somebody else. `kind` is that of their participation. */
export async function findLinkedReview(
  db: Db,
  { personId, reviewId, kind }: { personId: string; reviewId: string; kind: ParticipationKind },
): Promise<LinkedReview | null> {
  const [found] = await db.execute<LinkedReview>(sql`
    select o.project_id as "projectId", o.number, o.title, o.id as "outputId", s.id as "submissionId", s.number as submission, s.status, r.verdict,
      ${filesOf("s.id")} as files,
      (select json_build_object('submission', n.number, 'files', ${filesOf("n.id")}) from submissions n
        where n.output_id = o.id and n.status = 'open' and n.number > s.number
          and (${kind} <> 'evaluator' or exists (select from reviews nr
            where nr.submission_id = n.id and nr.reviewer_id = r.reviewer_id))) as newer
    from reviews r join submissions s on s.id = r.submission_id join outputs o on o.id = s.output_id
    where r.id = ${reviewId} and r.reviewer_id = ${personId}`);
  return found ?? null;
}
