import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import {
  outputs,
  publicationOrganisations,
  publicationPeople,
  publications,
  publicationVersions,
  submissions,
} from "@/db/schema";
import type { NameConsent, PublicationStatus } from "@/domain/publications";
import { indexInLibrary } from "@/server/library/commands/index-in-library";
import { noon, type Side, type TestProject, word } from "./factories";
import { anOutput, aSubmission, aVersion } from "./work-factories";

/** An output whose approved submission has one version. */
export async function anApprovedOutput(db: Db, project: TestProject, options: { title?: string } = {}) {
  const output = await anOutput(db, project, { status: "approved", ...options });
  const version = await aVersion(db, output);
  const submission = await aSubmission(db, output, [version], []);
  await db.update(submissions).set({ status: "approved" }).where(eq(submissions.id, submission.id));
  await db.update(outputs).set({ approvedSubmissionId: submission.id }).where(eq(outputs.id, output.id));
  return { ...output, version, submissionId: submission.id };
}
export type ApprovedOutput = Awaited<ReturnType<typeof anApprovedOutput>>;

/** Valid values to publish an output. */
export const publicationInput = (output: ApprovedOutput) => ({
  title: output.title,
  abstract: "What teachers need to know about school gardens.",
  language: "en",
  licence: "CC-BY-4.0" as const,
  versionIds: [output.version.id],
  organisationIds: [output.lead.organisationId],
});

type Texts = Pick<
  typeof publications.$inferInsert,
  "abstract" | "keywords" | "topics" | "impacts" | "title" | "language"
>;

/** A published output, whose page is that of its approved version and names its lead, or these organisations. */
export async function aPublication(
  db: Db,
  project: TestProject,
  options: {
    output?: ApprovedOutput;
    status?: PublicationStatus;
    named?: Side[];
    texts?: Partial<Texts>;
    people?: { personId: string; consent: NameConsent }[];
  } = {},
) {
  const output = options.output ?? (await anApprovedOutput(db, project));
  const title = options.texts?.title ?? output.title;
  const status = options.status ?? "published";
  const publication = { id: uuid(), slug: `u-${word()}`, title, output };
  await db.insert(publications).values({
    id: publication.id,
    projectId: project.id,
    outputId: output.id,
    slug: publication.slug,
    status,
    title,
    abstract: "What teachers need to know about school gardens.",
    language: "en",
    licence: "CC-BY-4.0",
    publishedBy: project.coordinator.manager,
    publishedAt: noon,
    withdrawnAt: status === "withdrawn" ? noon : null,
    withdrawReason: status === "withdrawn" ? "A picture shows a child." : null,
    createdAt: noon,
    ...options.texts,
  });
  await db.insert(publicationVersions).values({ publicationId: publication.id, versionId: output.version.id });
  await db.insert(publicationOrganisations).values(
    (options.named ?? [output.lead]).map(({ organisationId }, position) => ({
      publicationId: publication.id,
      organisationId,
      position,
    })),
  );
  for (const [position, person] of (options.people ?? []).entries()) {
    await db
      .insert(publicationPeople)
      .values({ publicationId: publication.id, position, askedAt: noon, answeredAt: noon, ...person });
  }
  if (status === "published") await db.update(outputs).set({ status }).where(eq(outputs.id, output.id));
  await indexInLibrary(db, { kind: "output", id: output.id });
  return publication;
}
