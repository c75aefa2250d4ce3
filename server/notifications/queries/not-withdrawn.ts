import { sql } from "drizzle-orm";
import { notifications } from "@/db/schema";

const idIn = (field: string) => sql.raw(`(a.data->>'${field}')::uuid`);

/**
 * False for a notification about what was withdrawn since: a submission, a task, or what was public. That it was
 * withdrawn is an event of its own. E-mails leave it out; the list of notifications keeps what happened.
 */
export const notWithdrawn = sql`not exists (select from activity a where a.id = ${notifications.activityId} and (
  (a.type <> 'submission.withdrawn' and a.data ? 'submissionId'
    and exists (select from submissions s where s.id = ${idIn("submissionId")} and s.status = 'withdrawn'))
  or (a.type <> 'task.dropped' and a.data ? 'taskId'
    and exists (select from tasks t where t.id = ${idIn("taskId")} and t.state = 'dropped'))
  or (a.type = 'practice.published'
    and exists (select from practices p where p.id = ${idIn("practiceId")} and p.status <> 'published'))
  or (a.type = 'output.published'
    and exists (select from publications p where p.output_id = a.output_id and p.status = 'withdrawn'))))`;
