import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { callAs } from "./caller";
import { ownDatabase } from "./db";
import { fill } from "./fill";
import type { Api } from "./world";

/** Tables that grow with use; each holds more than nine hundred rows here, so that PostgreSQL prefers an index. */
const growing = [
  "activity",
  "comments",
  "file_versions",
  "output_files",
  "outputs",
  "participations",
  "reviews",
  "submission_versions",
  "submissions",
];

type Subject = { slug: string; outputId: string; submissionId: string };

/** The queries of the most used pages. */
const hot: Record<string, (api: Api, subject: Subject) => Promise<unknown>> = {
  "people.home": (api) => api.people.home({}),
  "projects.list": (api) => api.projects.list({}),
  "projects.overview": (api, { slug }) => api.projects.overview({ slug }),
  "projects.participations": (api, { slug }) => api.projects.participations({ slug }),
  "projects.members": (api, { slug }) => api.projects.members({ slug }),
  "projects.filterChoices": (api, { slug }) => api.projects.filterChoices({ slug }),
  "outputs.list": (api, { slug }) => api.outputs.list({ slug }),
  "reviews.outputPage": (api, { outputId }) => api.reviews.outputPage({ outputId }),
  "reviews.submission": (api, { submissionId }) => api.reviews.submission({ submissionId }),
  "comments.list": (api, { submissionId }) => api.comments.list({ subject: { type: "submission", id: submissionId } }),
  "reviews.mine": (api) => api.reviews.mine({}),
  "activity.list": (api, { slug }) => api.activity.list({ slug }),
  "activity.heat": (api, { slug }) => api.activity.heat({ slug }),
};

/** Sequential scans of each growing table that `act` causes, in the current transaction. */
async function scansOf(tx: Db, act: () => Promise<unknown>): Promise<Record<string, number>> {
  const count = async () =>
    new Map(
      (
        await tx.execute<{ name: string; scans: string }>(
          sql`select relname as name, seq_scan as scans from pg_stat_xact_user_tables`,
        )
      ).map(({ name, scans }) => [name, Number(scans)]),
    );
  const before = await count();
  await act();
  const after = await count();
  return Object.fromEntries(
    growing
      .map((name) => [name, (after.get(name) ?? 0) - (before.get(name) ?? 0)] as const)
      .filter(([, scans]) => scans > 0),
  );
}

describe("on a filled database", () => {
  let own: Awaited<ReturnType<typeof ownDatabase>>;
  let personId: string;
  let subject: Subject;

  beforeAll(async () => {
    own = await ownDatabase();
    const filled = await fill(own.db);
    personId = filled.personId;
    const [found] = await own.db.execute<{ output: string; submission: string }>(sql`
      select s.output_id as output, s.id as submission from submissions s join projects p on p.id = s.project_id
      where p.slug = ${filled.slug} and s.status = 'open'`);
    if (!found) throw new Error("The filled project has no open submission.");
    subject = { slug: filled.slug, outputId: found.output, submissionId: found.submission };
  }, 120_000);
  afterAll(() => own.close());

  test("a sequential scan is counted", async () => {
    await own.db.transaction(async (tx) => {
      const scans = await scansOf(tx, () => tx.execute(sql`select count(*) from comments where body like '%source%'`));
      expect(scans).toEqual({ comments: 1 });
    });
  });

  test.each(Object.entries(hot))("%s scans no growing table sequentially", async (_, ask) => {
    await own.db.transaction(async (tx) => {
      const api = await callAs(personId, tx, { now: new Date() });
      expect(await scansOf(tx, () => ask(api, subject))).toEqual({});
    });
  });
});
