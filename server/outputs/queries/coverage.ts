import { sql } from "drizzle-orm";
import { outputs } from "@/db/schema";
import type { Coverage } from "@/domain/outputs";

/** SQL column of an output: what its approval does not cover; null while the approval covers the current files. */
export const coverageColumn = () => sql<Coverage | null>`case when ${outputs.changedSinceApproval} then (
    select json_build_object('files', count(*)::int, 'approved', min(u.approved), 'current', min(u.number),
      'findings', (select count(*)::int from findings f where f.output_id = ${outputs.id}
        and f.status in ('open', 'fixed', 'declined')))
    from (select distinct on (v.file_id) v.number, v.sha256,
        (select max(a.number) from submission_versions sv join file_versions a on a.id = sv.version_id
          where sv.submission_id = ${outputs.approvedSubmissionId} and a.file_id = v.file_id) as approved
      from file_versions v where v.output_id = ${outputs.id} and v.withdrawn_at is null
      order by v.file_id, v.number desc) u
    where u.sha256 <> all (select sv.sha256 from submission_versions sv
        where sv.submission_id = ${outputs.approvedSubmissionId})
      and u.sha256 <> all (select unnest(s.left_out) from submissions s where s.id = ${outputs.approvedSubmissionId})) end`;
