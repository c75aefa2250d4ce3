import { eq, fillPlaceholders, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import postgres from "postgres";
import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { outputs, workPackages } from "@/db/schema";
import { addDays, dayInBrussels } from "@/domain/dates";
import { encodeCursor, pageSize } from "@/domain/page";
import { type FeedFilter, feedParts, feedStatement, feedValues } from "@/server/activity/feed";
import { callAs } from "./caller";
import { ownDatabase } from "./db";
import { fill } from "./fill";
import { fillLibrary } from "./fill-library";
import type { Api } from "./world";

/** Tables that grow with use; each holds more than nine hundred rows here, so that PostgreSQL prefers an index. */
const growing = [
  "activity",
  "activity_months",
  "comments",
  "file_versions",
  "library_items",
  "library_words",
  "output_contributors",
  "output_files",
  "outputs",
  "participations",
  "reviews",
  "submission_versions",
  "submissions",
  "tasks",
];

type Subject = {
  slug: string;
  projectId: string;
  outputId: string;
  submissionId: string;
  organisationId: string;
  workPackageId: string;
};

const afterComment = encodeCursor([0, uuid(), 0, uuid()]);

const aQuarter = { from: addDays(dayInBrussels(new Date()), -45), to: addDays(dayInBrussels(new Date()), 45) };

/** The queries of the most used pages. */
const hot: Record<string, (api: Api, subject: Subject) => Promise<unknown>> = {
  "people.due": (api) => api.people.due({}),
  "people.due after a page": (api) => api.people.due({ cursor: encodeCursor([day(30), 0, uuid()]) }),
  "people.news": (api) => api.people.news(),
  "calendar.list of the person": (api) => api.calendar.list({ who: "organisation", ...aQuarter }),
  "calendar.list of a project": (api, { slug }) => api.calendar.list({ slug, who: "everyone", ...aQuarter }),
  "outputs.timeline": (api, { slug }) => api.outputs.timeline({ slug }),
  "projects.list": (api) => api.projects.list({}),
  "projects.overview": (api, { slug }) => api.projects.overview({ slug }),
  "projects.participations": (api, { slug }) => api.projects.participations({ slug }),
  "projects.briefing": (api, { slug }) => api.projects.briefing({ slug }),
  "projects.members": (api, { slug }) => api.projects.members({ slug }),
  "projects.filterChoices": (api, { slug }) => api.projects.filterChoices({ slug }),
  "outputs.list": (api, { slug }) => api.outputs.list({ slug }),
  "reviews.outputPage": (api, { outputId }) => api.reviews.outputPage({ outputId }),
  "reviews.submission": (api, { submissionId }) => api.reviews.submission({ submissionId }),
  "comments.list": (api, { submissionId }) => api.comments.list({ subject: { type: "submission", id: submissionId } }),
  "comments.list of an output": (api, { outputId }) => api.comments.list({ subject: { type: "output", id: outputId } }),
  "comments.list after a page": (api, { submissionId }) =>
    api.comments.list({ subject: { type: "submission", id: submissionId }, cursor: afterComment }),
  "comments.readers": (api, { outputId }) =>
    api.comments.readers({ subject: { type: "output", id: outputId }, visibility: "everyone" }),
  "tasks.list of a project": (api, { slug }) => api.tasks.list({ slug }),
  "tasks.list that wait for the person": (api) => api.tasks.list({ mine: true, state: "waiting" }),
  "reviews.mine": (api) => api.reviews.mine({}),
  "activity.list": (api, { slug }) => api.activity.list({ slug }),
  "activity.list of all projects": (api) => api.activity.list({}),
  "activity.partners": (api, { slug }) => api.activity.partners({ slug }),
  "activity.partners of a period": (api, { slug }) => api.activity.partners({ slug, from: day(-100), to: day(-10) }),
  "activity.partnerOutputs": (api, { slug, organisationId }) => api.activity.partnerOutputs({ slug, organisationId }),
  "activity.partnerReviews": (api, { slug, organisationId }) => api.activity.partnerReviews({ slug, organisationId }),
  "activity.partnerPeople": (api, { slug, organisationId }) => api.activity.partnerPeople({ slug, organisationId }),
  "activity.heat": (api, { slug }) => api.activity.heat({ slug }),
  "search.mine": (api) => api.search.mine({ text: "chapter" }),
  "search.mine of several words": (api) => api.search.mine({ text: "table source" }),
  "search.mine of misspelt words": (api) => api.search.mine({ text: "chaptre suorce" }),
  "public.search of a word": (api) => api.public.search({ text: "vocational" }),
  "public.search of several words": (api) => api.public.search({ text: "garden vocational" }),
  "public.search of a misspelt word": (api) => api.public.search({ text: "vocationl" }),
  "public.search of the newest": (api) => api.public.search({ text: "vocational", sort: "newest" }),
  "public.search of a filter": (api) => api.public.search({ country: "DE", topic: "heritage" }),
  "public.search of a word with filters": (api) =>
    api.public.search({ text: "garden", country: "DE", language: "de", kind: "output" }),
};

/** Each filter of the feed alone, and some together. */
const feedFilters: Record<string, (subject: Subject & { personId: string }) => FeedFilter> = {
  nothing: () => ({}),
  "an organisation": ({ organisationId }) => ({ organisationId }),
  "a person": ({ personId }) => ({ personId }),
  "a kind": () => ({ kind: "files" }),
  "a rare kind": () => ({ kind: "practices" }),
  "an output": ({ outputId }) => ({ outputId }),
  "a work package": ({ workPackageId }) => ({ workPackageId }),
  "a period": () => ({ from: day(-300), to: day(-200) }),
  "a figure of an organisation": ({ organisationId }) => ({ organisationId, figure: "versions" }),
  "a kind of an organisation": ({ organisationId }) => ({ organisationId, kind: "comments" }),
  "a kind of a person": ({ personId }) => ({ personId, kind: "comments" }),
  "a period of an organisation": ({ organisationId }) => ({ organisationId, from: day(-300), to: day(-200) }),
  "news for a reader": ({ personId }) => ({ news: { since: new Date(0), reader: personId } }),
};
const day = (days: number) => addDays(dayInBrussels(new Date()), days);

type PlanNode = { "Node Type": string; "Relation Name"?: string; "Actual Rows": number; Plans?: PlanNode[] };
const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** Sequential scans of each growing table that `read` causes, in the current transaction. */
async function scansOf(tx: Db, read: () => Promise<unknown>): Promise<Record<string, number>> {
  const count = async () =>
    new Map(
      (
        await tx.execute<{ name: string; scans: string }>(
          sql`select relname as name, seq_scan as scans from pg_stat_xact_user_tables`,
        )
      ).map(({ name, scans }) => [name, Number(scans)]),
    );
  const before = await count();
  await read();
  const after = await count();
  return Object.fromEntries(
    growing
      .map((name) => [name, (after.get(name) ?? 0) - (before.get(name) ?? 0)] as const)
      .filter(([, scans]) => scans > 0),
  );
}

describe("on a filled database", () => {
  let own: Awaited<ReturnType<typeof ownDatabase>>;
  let client: postgres.Sql;
  let personId: string;
  let subject: Subject;

  beforeAll(async () => {
    own = await ownDatabase();
    client = postgres(own.url, { max: 1 });
    const filled = await fill(own.owner);
    await fillLibrary(own.owner, 2_000);
    personId = filled.personId;
    const [found] = await own.db.execute<Omit<Subject, "slug" | "workPackageId">>(sql`
      select s.project_id as "projectId", s.output_id as "outputId", s.id as "submissionId", s.organisation_id as "organisationId"
      from submissions s join projects p on p.id = s.project_id where p.slug = ${filled.slug} and s.status = 'open'`);
    if (!found) throw new Error("The filled project has no open submission.");
    const workPackageId = uuid();
    await own.db
      .insert(workPackages)
      .values({ id: workPackageId, projectId: found.projectId, number: 1, title: "One" });
    await own.db.update(outputs).set({ workPackageId }).where(eq(outputs.projectId, found.projectId));
    await own.owner.execute(sql`analyze outputs, work_packages`);
    subject = { ...found, slug: filled.slug, workPackageId };
  }, 180_000);
  afterAll(async () => {
    await client.end();
    await own.close();
  });

  test("a sequential scan is counted", async () => {
    await own.db.transaction(async (tx) => {
      const scans = await scansOf(tx, () => tx.execute(sql`select count(*) from comments where text like '%source%'`));
      expect(scans).toEqual({ comments: 1 });
    });
  });

  test.each(Object.entries(hot))("%s scans no growing table sequentially", async (_, ask) => {
    await own.db.transaction(async (tx) => {
      const api = await callAs(personId, tx, { now: new Date() });
      expect(await scansOf(tx, () => ask(api, subject))).toEqual({});
    });
  });

  test.each(Object.entries(feedFilters))(
    "a feed of %s walks an index and sorts one page at most",
    async (_, filter) => {
      const projects = await own.db.execute<{ id: string }>(sql`select project_id as id from participation_people
      where person_id = ${personId} order by id`);
      for (const projectIds of [[subject.projectId], projects.map(({ id }) => id)]) {
        for (const after of [null, { at: Date.now() - 100 * 86_400_000, id: "1" }]) {
          const chosen = filter({ ...subject, personId });
          const explained = sql`explain (analyze, timing off, format json)
            ${feedStatement(feedParts(chosen, after), pageSize + 1)}`;
          const query = new PgDialect().sqlToQuery(explained);
          const [row] = await client.unsafe<{ "QUERY PLAN": { Plan: PlanNode }[] }[]>(
            query.sql,
            fillPlaceholders(query.params, feedValues(projectIds, chosen, after)) as string[],
          );
          const nodes = row?.["QUERY PLAN"].flatMap(({ Plan }) => nodesOf(Plan)) ?? [];
          expect(nodes.length).toBeGreaterThan(5);
          const scanned = nodes.filter((node) => node["Node Type"] === "Seq Scan").map((node) => node["Relation Name"]);
          expect(scanned.filter((name) => name !== undefined && growing.includes(name))).toEqual([]);
          const branches = projectIds.length * 9;
          for (const sort of nodes.filter((node) => node["Node Type"].includes("Sort"))) {
            const sorted = Math.max(...(sort.Plans ?? []).map((input) => input["Actual Rows"]));
            expect(sorted).toBeLessThanOrEqual((pageSize + 1) * branches);
          }
        }
      }
    },
  );
});
