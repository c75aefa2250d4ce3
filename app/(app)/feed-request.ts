import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import type { FeedQuery } from "@/components/activity/activity-path";
import { DomainError } from "@/domain/errors";
import { type FeedInput, feedInput } from "@/domain/schemas/activity";
import { serverApi } from "@/server/trpc/rsc";

type Feed = Awaited<ReturnType<Awaited<ReturnType<typeof serverApi>>["activity"]["list"]>>;

export type FeedRequest = {
  /** The filters as they were sent, to be shown again. */
  query: FeedQuery;
  /** Null when a day is not valid; `errors` then holds the code of each field. */
  input: FeedInput | null;
  errors: { from?: string; to?: string };
};

const dayFields = ["from", "to"] as const;

/**
 * Reads the filters of an address. Days that make no period are errors of their fields, and a filter that no form sends,
 * from a broken link, counts as none. `fixed` are the filters that the page sets itself.
 */
export function readFeedRequest(
  params: Record<string, string | string[] | undefined>,
  fixed: { slug?: string; organisationId?: string },
): FeedRequest {
  const sent = Object.entries(params).filter((entry): entry is [string, string] => {
    return typeof entry[1] === "string" && entry[1] !== "";
  });
  const query: FeedQuery = Object.fromEntries(sent);
  const read = feedInput.safeParse({ ...query, ...fixed });
  if (read.success) return { query, input: read.data, errors: {} };
  const failed = new Map(read.error.issues.map((issue) => [issue.path.join("."), issue.message]));
  const errors = Object.fromEntries(dayFields.flatMap((name) => (failed.has(name) ? [[name, failed.get(name)]] : [])));
  if (Object.keys(errors).length > 0) return { query, input: null, errors };
  return { query: {}, input: feedInput.parse(fixed), errors: {} };
}

/** The feed of a request, or the code of the problem that its page explains. A project of strangers is not found. */
export async function loadFeed(input: FeedInput | null): Promise<{ feed: Feed | null; problem: string | null }> {
  if (input === null) return { feed: null, problem: null };
  try {
    return { feed: await (await serverApi()).activity.list(input), problem: null };
  } catch (refused) {
    if (!(refused instanceof TRPCError) || !(refused.cause instanceof DomainError)) throw refused;
    if (refused.cause.code === "project.not_found") notFound();
    return { feed: null, problem: refused.cause.code };
  }
}
