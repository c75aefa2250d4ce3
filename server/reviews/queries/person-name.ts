import { sql } from "drizzle-orm";
import { people } from "@/db/schema";

/** The person's name, or null when they closed their account. */
export const personName = sql<string | null>`case when ${people.closedAt} is null then ${people.name} end`;
