import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { fixedLimit, prepared } from "@/db/prepared";
import { organisations, outputTimeRequests, people } from "@/db/schema";
import type { MemberContext } from "@/server/context";
import type { Output } from "./get-output";

/** More than a project has organisations; each has one open request for an output. */
const mostRequests = 60;

const requestsStatement = prepared((db) =>
  db
    .select({
      id: outputTimeRequests.id,
      dueOn: outputTimeRequests.dueOn,
      reason: outputTimeRequests.reason,
      person: sql<string | null>`case when ${people.closedAt} is null then ${people.name} end`,
      organisationId: outputTimeRequests.organisationId,
      organisation: organisations.shortName,
      createdAt: outputTimeRequests.createdAt,
    })
    .from(outputTimeRequests)
    .innerJoin(people, eq(people.id, outputTimeRequests.personId))
    .innerJoin(organisations, eq(organisations.id, outputTimeRequests.organisationId))
    .where(and(eq(outputTimeRequests.outputId, sql.placeholder("outputId")), isNull(outputTimeRequests.answer)))
    .orderBy(asc(outputTimeRequests.createdAt), asc(outputTimeRequests.id))
    .limit(fixedLimit(mostRequests))
    .prepare("time_requests"),
);

/** The open requests for more time on a loaded output, oldest first; without a statement while there are none. */
export const timeRequestsOf = async (ctx: MemberContext, output: Output) =>
  output.openTimeRequests === 0 ? [] : requestsStatement(ctx.db).execute({ outputId: output.id });
