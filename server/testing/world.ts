import { sql } from "drizzle-orm";
import { aReplication } from "./a-replication";
import { aConversation } from "./a-conversation";
import { anAttachment } from "./an-attachment";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { addresses, joinRequests, mails, pageReports, projectDrafts, workPackages } from "@/db/schema";
import { startSession } from "@/server/auth/session-rows";
import { adoptEnv, env } from "@/server/env";
import { callAs, refusalOf } from "./caller";
import { aMember, anAddress, anInvitation, anInvitedParticipation, aPerson, aProject, memberIdOf } from "./factories";
import { anApprovedOutput, aPublication } from "./publication-factories";
import { aTask } from "./a-task";
import { noDevice } from "./session";
import { aComment, aFinding, anOutput, aPractice, aSubmission, aTimeRequest, aVersion } from "./work-factories";

/** The callers, in the order of the columns of the table. */
export const roles = [
  "anonymous",
  "stranger",
  "viewer",
  "contributor",
  "partner manager",
  "coordinator manager",
  "evaluator",
  "evaluator asked",
  "operator",
] as const;

/** Every subject that a call may refer to: in the world they belong to one project, in the ghost they do not exist. */
const subjects = [
  "project",
  "output",
  "empty",
  "approved",
  "approvedVersion",
  "published",
  "publishedVersion",
  "publication",
  "file",
  "version",
  "submission",
  "review",
  "comment",
  "finding",
  "openFinding",
  "task",
  "timeRequest",
  "doneTask",
  "partnerContributor",
  "workPackage",
  "practice",
  "submitted",
  "publicPractice",
  "replication",
  "draftReplication",
  "attachment",
  "conversation",
  "closedConversation",
  "otherPractice",
  "elsewhere",
  "invitation",
  "participation",
  "invited",
  "member",
  "ownMember",
  "organisation",
  "colleague",
  "request",
  "draft",
  "address",
  "waiting",
  "session",
  "mail",
  "report",
] as const;
export type World = Record<
  (typeof subjects)[number] | "slug" | "token" | "practiceSlug" | "publicSlug" | "reviewer" | "organisationName",
  string
>;
export type Api = Awaited<ReturnType<typeof callAs>>;
/** For each procedure, the results by role and a call with valid input. */
export type PermissionTable = Record<string, [cells: string, call: (api: Api, w: World) => Promise<unknown>]>;

/** The number of the output in its project. */
export const numberOfOutput = 900;

/** An invalid token. */
export const spent = "x".repeat(43);
export const projectHead = {
  callYear: 2026,
  actionCode: "KA220-SCH",
  field: "school" as const,
  title: "A title",
  acronym: "ACR",
};

/** One project with all subjects, and a person for each role. */
export async function aWorld(tx: Db) {
  const project = await aProject(tx);
  const { partner, other, coordinator, evaluator } = project;
  const output = await anOutput(tx, project, {
    ...{ status: "in_review", title: "The secret guide", dueOn: "2026-04-01" },
    number: numberOfOutput,
  });
  const version = await aVersion(tx, output);
  const reviewer = { personId: evaluator.contributor, organisationId: evaluator.organisationId };
  const submission = await aSubmission(tx, output, [version], [reviewer]);
  const reviewId = submission.reviewIds[0] ?? "";
  const finding = await aFinding(tx, output, reviewId, reviewer.personId, version, "draft");
  const openFinding = await aFinding(tx, output, reviewId, reviewer.personId, version, "open");
  const participation = await anInvitedParticipation(tx, project);
  const invitation = await anInvitation(tx, project, participation);
  const outsiders = [await aProject(tx), await aPerson(tx), await aPerson(tx), await aPerson(tx)] as const;
  const [elsewhere, operator, asker, colleague] = outsiders;
  adoptEnv({ ...env(), OPERATORS: [operator.address] });
  const own = {
    workPackage: uuid(),
    request: uuid(),
    draft: uuid(),
    address: uuid(),
    waiting: uuid(),
    mail: uuid(),
    report: uuid(),
  };
  const session = (await startSession(tx, new Date(), partner.manager, noDevice)).sessionId;
  await tx.insert(workPackages).values({ id: own.workPackage, projectId: project.id, number: 9, title: "Work" });
  await tx.insert(joinRequests).values({ id: own.request, organisationId: partner.organisationId, personId: asker.id });
  const data = { ...projectHead, organisationId: partner.organisationId };
  await tx.insert(projectDrafts).values({ id: own.draft, personId: partner.manager, data });
  await tx.insert(addresses).values([
    { id: own.address, personId: partner.manager, address: anAddress(), confirmedAt: new Date() },
    { id: own.waiting, personId: partner.manager, address: anAddress() },
  ]);
  await tx.insert(mails).values({
    id: own.mail,
    dedupeKey: uuid(),
    template: "news",
    address: anAddress(),
    subject: "News",
    status: "kept",
  });
  const approved = await anApprovedOutput(tx, project);
  const publication = await aPublication(tx, project, { people: [{ personId: partner.viewer, consent: "asked" }] });
  await tx.insert(pageReports).values({
    id: own.report,
    kind: "outputs",
    subjectId: publication.id,
    slug: publication.slug,
    title: publication.title,
    reason: "content",
    text: "The second page is empty.",
    locale: "en",
  });
  const practice_ = await aPractice(tx, project);
  const askedPractice = (await aPractice(tx, project, { status: "published" })).id;
  const publicPractice = (await aPractice(tx, project, { status: "published" })).id;
  const world: World = {
    ...own,
    session,
    project: project.id,
    slug: project.slug,
    output: output.id,
    empty: (await anOutput(tx, project)).id,
    approved: approved.id,
    approvedVersion: approved.version.id,
    published: publication.output.id,
    publishedVersion: publication.output.version.id,
    publication: publication.id,
    publicSlug: publication.slug,
    file: version.fileId,
    version: version.id,
    submission: submission.id,
    comment: (await aComment(tx, project, { type: "submission", id: submission.id }, partner.manager)).id,
    review: reviewId,
    finding,
    openFinding,
    task: await aTask(tx, project),
    timeRequest: await aTimeRequest(tx, output, partner),
    doneTask: await aTask(tx, project, { state: "done" }),
    partnerContributor: partner.contributor,
    reviewer: other.manager,
    organisationName: partner.name.slice(0, 11),
    practice: practice_.id,
    practiceSlug: practice_.slug,
    submitted: (await aPractice(tx, project, { status: "submitted" })).id,
    publicPractice,
    conversation: await aConversation(tx, publicPractice, elsewhere.coordinator),
    closedConversation: await aConversation(tx, askedPractice, elsewhere.coordinator, "closed"),
    otherPractice: (await aPractice(tx, project, { status: "published" })).id,
    attachment: await anAttachment(tx, { practiceId: practice_.id }, partner),
    replication: await aReplication(tx, publicPractice, elsewhere.coordinator),
    draftReplication: await aReplication(tx, publicPractice, elsewhere.coordinator, { status: "draft" }),
    elsewhere: elsewhere.coordinator.organisationId,
    invitation: invitation.id,
    token: invitation.token,
    participation: partner.participationId,
    invited: participation.participationId,
    organisation: partner.organisationId,
    member: await aMember(
      tx,
      { projectId: project.id, participationId: partner.participationId },
      colleague.id,
      "viewer",
    ),
    ownMember: await memberIdOf(tx, project.id, partner.manager),
    colleague: partner.viewer,
  };
  const actors: Record<(typeof roles)[number], string | null> = {
    anonymous: null,
    stranger: elsewhere.coordinator.manager,
    viewer: partner.viewer,
    contributor: partner.contributor,
    "partner manager": partner.manager,
    "coordinator manager": coordinator.manager,
    evaluator: evaluator.manager,
    "evaluator asked": evaluator.contributor,
    operator: operator.id,
  };
  return { world, actors };
}

/** Subjects that do not exist, for the same calls. */
export function aGhost(): World {
  const ids = Object.fromEntries(subjects.map((name) => [name, uuid()])) as World;
  return {
    ...ids,
    slug: "nothing-here",
    practiceSlug: "nothing-here",
    publicSlug: "nothing-here",
    token: "y".repeat(43),
    reviewer: uuid(),
    organisationName: "Nobody",
  };
}

const letters: Record<string, string> = {
  UNAUTHORIZED: "U",
  NOT_FOUND: "N",
  FORBIDDEN: "F",
  CONFLICT: "C",
  BAD_REQUEST: "B",
};

/** Makes a call and rolls it back. */
export async function tryOut(tx: Db, personId: string | null, call: (api: Api, inner: Db) => Promise<unknown>) {
  // A savepoint of its own: those of postgres.js are rolled back but not released, and thousands of calls in one
  // transaction would nest until PostgreSQL has no room for their locks.
  await tx.execute(sql`savepoint attempt`);
  try {
    let answer: unknown;
    const refusal = await refusalOf(call(await callAs(personId, tx), tx).then((result) => (answer = result)));
    return {
      letter: refusal.code === "OK" ? "+" : (letters[refusal.code] ?? refusal.code),
      problem: refusal.problem,
      answer: JSON.stringify([answer], (_key, value: unknown) =>
        typeof value === "bigint" ? value.toString() : value,
      ),
    };
  } finally {
    await tx.execute(sql`rollback to savepoint attempt`);
    await tx.execute(sql`release savepoint attempt`);
  }
}
