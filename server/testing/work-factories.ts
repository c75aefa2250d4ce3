import { createHash } from "node:crypto";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import {
  blobs,
  comments,
  fileVersions,
  findings,
  outputContributors,
  outputFiles,
  outputs,
  outputTimeRequests,
  practiceEditions,
  practices,
  reviews,
  submissions,
  submissionVersions,
} from "@/db/schema";
import type { CommentSubject, CommentVisibility } from "@/domain/comments";
import type { FindingStatus } from "@/domain/findings";
import { fileNameKey, type OutputStatus } from "@/domain/outputs";
import { type PracticeStatus, practiceText } from "@/domain/practices";
import type { PracticeContent } from "@/domain/schemas/practices";
import { indexInLibrary } from "@/server/library/commands/index-in-library";
import { aPracticeContent } from "./practice-content";
import { noon, type Side, type TestProject, word } from "./factories";

let made = 0;
/** A unique output number: two of one project must differ. */
const nextNumber = () => 100 + (made += 1);

/** An output that the first partner leads, unless another is given. */
export async function anOutput(
  db: Db,
  project: TestProject,
  options: {
    lead?: Side;
    contributors?: Side[];
    number?: number;
    status?: OutputStatus;
    dueOn?: string;
    title?: string;
  } = {},
) {
  const output = {
    id: uuid(),
    number: options.number ?? nextNumber(),
    title: options.title ?? `Output ${word()}`,
    lead: options.lead ?? project.partner,
  };
  await db.insert(outputs).values({
    id: output.id,
    projectId: project.id,
    number: output.number,
    title: output.title,
    type: "guide",
    leadOrganisationId: output.lead.organisationId,
    status: options.status ?? "planned",
    dueOn: options.dueOn ?? null,
    firstDueOn: options.dueOn ?? null,
  });
  const contributors = options.contributors ?? [];
  if (contributors.length > 0) {
    await db
      .insert(outputContributors)
      .values(contributors.map(({ organisationId }) => ({ outputId: output.id, organisationId })));
  }
  return { ...output, projectId: project.id };
}
/** An open request of an organisation's contributor for more time on an output, until the end of 2026. */
export async function aTimeRequest(db: Db, output: TestOutput, by: Side): Promise<string> {
  const id = uuid();
  await db.insert(outputTimeRequests).values({
    id,
    projectId: output.projectId,
    outputId: output.id,
    personId: by.contributor,
    organisationId: by.organisationId,
    dueOn: "2026-12-31",
    reason: "Exams.",
    createdAt: noon,
  });
  return id;
}
type TestOutput = Awaited<ReturnType<typeof anOutput>>;

/** The first version of a new file, uploaded by the leading organisation. */
export async function aVersion(db: Db, output: TestOutput, options: { name?: string; content?: string } = {}) {
  const name = options.name ?? `${word()}.pdf`;
  const sha256 = createHash("sha256")
    .update(options.content ?? name)
    .digest("hex");
  const [blobId, fileId, id] = [uuid(), uuid(), uuid()];
  const { projectId } = output;
  await db.insert(blobs).values({ id: blobId, storageKey: blobId, sha256, sizeBytes: 7, mediaType: "application/pdf" });
  await db.insert(outputFiles).values({ id: fileId, projectId, outputId: output.id, name, nameKey: fileNameKey(name) });
  await db.insert(fileVersions).values({
    id,
    projectId,
    outputId: output.id,
    fileId,
    number: 1,
    blobId,
    sha256,
    sizeBytes: 7,
    mediaType: "application/pdf",
    name,
    uploadedBy: output.lead.contributor,
    organisationId: output.lead.organisationId,
    createdAt: noon,
  });
  return { id, fileId, name, sha256, blobId };
}

/** An open submission of these versions, with a review requested from each of these people. */
export async function aSubmission(
  db: Db,
  output: TestOutput,
  versions: { id: string; sha256: string }[],
  reviewers: { personId: string; organisationId: string }[],
) {
  const id = uuid();
  const { projectId } = output;
  const requested = reviewers.map((reviewer) => ({ id: uuid(), ...reviewer }));
  await db.insert(submissions).values({
    id,
    projectId,
    outputId: output.id,
    number: 1,
    submittedBy: output.lead.manager,
    organisationId: output.lead.organisationId,
    createdAt: noon,
  });
  await db
    .insert(submissionVersions)
    .values(versions.map((version) => ({ submissionId: id, versionId: version.id, sha256: version.sha256 })));
  for (const { id: reviewId, personId, organisationId } of requested) {
    await db.insert(reviews).values({
      id: reviewId,
      projectId,
      submissionId: id,
      reviewerId: personId,
      organisationId,
      requestedBy: output.lead.manager,
    });
  }
  return { id, reviewIds: requested.map((review) => review.id) };
}

/** A finding of a reviewer in a version; a draft unless a status is given. */
export async function aFinding(
  db: Db,
  output: TestOutput,
  reviewId: string,
  personId: string,
  version: { id: string },
  status: FindingStatus = "draft",
): Promise<string> {
  const id = uuid();
  await db.insert(findings).values({
    id,
    projectId: output.projectId,
    outputId: output.id,
    reviewId,
    personId,
    versionId: version.id,
    weight: "must",
    status,
    text: "Page 4 is missing.",
    createdAt: noon,
  });
  return id;
}

/** A complete practice of the first partner. */
export async function aPractice(
  db: Db,
  project: TestProject,
  options: {
    status?: PracticeStatus;
    title?: string;
    publishedAt?: Date;
    texts?: Partial<PracticeContent>;
  } = {},
) {
  const id = uuid();
  const slug = `practice-${word()}`;
  const status = options.status ?? "draft";
  const content = aPracticeContent({ title: options.title ?? `Practice ${word()}`, ...options.texts });
  const body = practiceText(content);
  const publishedAt = options.publishedAt ?? noon;
  const isPublic = status === "published";
  await db.insert(practices).values({
    id,
    slug,
    projectId: project.id,
    organisationId: project.partner.organisationId,
    authorId: project.partner.contributor,
    title: content.title,
    ...{ content, body, status },
    ...(isPublic ? { edition: 1, publishedAt } : {}),
  });
  if (isPublic) {
    const edition = { id: uuid(), practiceId: id, number: 1, content, body, publishedAt };
    await db.insert(practiceEditions).values({ ...edition, publishedBy: project.coordinator.manager });
  }
  if (isPublic) await indexInLibrary(db, { kind: "practice", id });
  return { id, slug };
}

/** A comment of the first partner, which begins a thread. */
export async function aComment(
  db: Db,
  project: TestProject,
  subject: CommentSubject,
  personId: string,
  options: { side?: Side; visibility?: CommentVisibility; text?: string } = {},
) {
  const id = uuid();
  const text = options.text ?? `Comment ${word()}`;
  const visibility = options.visibility ?? "everyone";
  await db.insert(comments).values({
    id,
    projectId: project.id,
    subjectType: subject.type,
    subjectId: subject.id,
    personId,
    organisationId: (options.side ?? project.partner).organisationId,
    visibility,
    openedBy: visibility === "coordinators" ? personId : null,
    text,
    threadAt: noon,
    createdAt: noon,
  });
  return { id, text };
}
