import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import { sql } from "drizzle-orm";
import { ZodError } from "zod";
import type { Db } from "@/db/client";
import { DomainError } from "@/domain/errors";
import { loadActor } from "@/server/auth/session";
import type { Session } from "@/server/context";
import { mailedToken } from "@/server/auth/tokens";
import { payloads } from "@/server/jobs/payloads";
import { sendLink } from "@/server/people/commands/send-link";
import { createCallerFactory } from "@/server/procedures";
import { appRouter } from "@/server/trpc/router";
import { noon } from "./factories";

const createCaller = createCallerFactory(appRouter);

/** The API as this person; null for someone who is not signed in. */
export async function callAs(
  personId: string | null,
  db: Db,
  options: { now?: Date; ip?: string; session?: Session; pagePerson?: string } = {},
) {
  const now = options.now ?? noon;
  const loaded = personId === null ? null : await loadActor(db, personId, now);
  if (personId !== null && !loaded) throw new Error("This person has no account any more.");
  const actor = loaded?.actor ?? null;
  // As after a sign-in at this time, unless a session is given.
  const session = options.session ?? { id: randomUUID(), verifiedAt: now };
  return createCaller({
    db,
    actor,
    session,
    pagePerson: options.pagePerson,
    now,
    ip: options.ip ?? randomUUID(),
    locale: actor?.locale ?? "en",
  });
}

/** Why a call was refused: its error code with its data, and tRPC's code. */
export async function refusalOf(call: Promise<unknown>) {
  const outcome = await call.then(
    () => null,
    (refused: unknown) => refused,
  );
  if (outcome === null) return { code: "OK", problem: "", data: {} };
  if (!(outcome instanceof TRPCError)) throw new Error("This is no refusal.", { cause: outcome });
  const { cause, code } = outcome;
  if (cause instanceof DomainError) return { code, problem: cause.code, data: cause.data };
  return { code, problem: cause instanceof ZodError ? "input.invalid" : "", data: {} };
}

/** The error code of a refusal, "" when there was none. */
export const problemOf = async (call: Promise<unknown>): Promise<string> => {
  const { code, problem } = await refusalOf(call);
  return problem === "" && code !== "OK" ? code : problem;
};

type RecordedEvent = {
  type: string;
  data: Record<string, unknown>;
  organisationId: string | null;
  personId: string | null;
};
type Job = { name: string; payload: { address?: string; template?: string; props?: Record<string, unknown> } };

/** Effects of a mutation: its result, the activity it wrote, and the jobs it enqueued. */
export async function watch<T>(db: Db, mutate: () => Promise<T>) {
  const [before] = await db.execute<{ activity: string; jobs: string }>(sql`select
    (select coalesce(max(id), 0)::text from activity) as activity,
    (select coalesce(max(id), 0)::text from graphile_worker.jobs) as jobs`);
  const answer = await mutate();
  const events =
    await db.execute<RecordedEvent>(sql`select type, data, organisation_id as "organisationId", person_id as "personId"
    from activity where id > ${before?.activity ?? "0"}::bigint order by id`);
  const jobs = await db.execute<Job>(sql`select t.identifier as name, j.payload
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.id > ${before?.jobs ?? "0"}::bigint order by j.id`);
  return {
    answer,
    events: [...events],
    types: [...events].map((row) => row.type),
    jobs: [...jobs],
    jobNames: [...jobs].map((job) => job.name),
  };
}

/** The raw token in the link of an e-mail job. */
export function tokenIn(jobs: Job[], template: string): string {
  const id = jobs.find((job) => job.payload.template === template && job.name === "send_mail")?.payload.props?.[
    "tokenId"
  ];
  if (typeof id !== "string") throw new Error(`No e-mail ${template} with a link was enqueued.`);
  return mailedToken(id).raw;
}

/** Runs the jobs that look up the account of an address, and returns what they enqueued. */
export async function runLinkJobs(db: Db, jobs: Job[], now = noon): Promise<Job[]> {
  const ran = await watch(db, async () => {
    for (const job of jobs) {
      if (job.name === "mail_link") await sendLink(db, now, payloads.mail_link.parse(job.payload));
    }
  });
  return ran.jobs;
}

/** Reads all pages of a list and returns their rows. */
export async function everyRow<T>(
  turn: (cursor: string | undefined) => Promise<{ items: T[]; nextCursor: string | null }>,
) {
  const rows: T[] = [];
  let pages = 0;
  for (let cursor: string | undefined; ;) {
    const page = await turn(cursor);
    rows.push(...page.items);
    pages += 1;
    if (page.nextCursor === null) return { rows, pages };
    cursor = page.nextCursor;
  }
}
