import { sql } from "drizzle-orm";

/** The title under which a practice was published last: its draft is not shown to other organisations. */
export const publishedTitle = sql<string>`(select e.content->>'title' from practice_editions e
  where e.practice_id = practices.id order by e.number desc limit 1)`;
