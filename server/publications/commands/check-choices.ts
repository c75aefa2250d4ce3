import { and, eq, inArray, isNotNull, isNull, ne } from "drizzle-orm";
import type { Db } from "@/db/client";
import {
  blobs,
  fileVersions,
  participationPeople,
  participations,
  people,
  publicationPeople,
  publicationVersions,
  submissionVersions,
} from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { isCoverType, requireApprovedVersions } from "@/domain/publications";
import type { PublicationFields } from "@/domain/schemas/publications";

type Subject = {
  outputId: string;
  projectId: string;
  approvedSubmissionId: string | null;
  publicationId: string | null;
};

/** The ids of the versions that may be public: those of the approved submission, and those that are public already. */
async function publishableVersions(tx: Db, subject: Subject): Promise<string[]> {
  const approved = subject.approvedSubmissionId
    ? await tx
        .select({ id: fileVersions.id })
        .from(submissionVersions)
        .innerJoin(fileVersions, eq(fileVersions.id, submissionVersions.versionId))
        .where(and(eq(submissionVersions.submissionId, subject.approvedSubmissionId), isNull(fileVersions.withdrawnAt)))
    : [];
  const shown = subject.publicationId
    ? await tx
        .select({ id: fileVersions.id })
        .from(publicationVersions)
        .innerJoin(fileVersions, eq(fileVersions.id, publicationVersions.versionId))
        .where(and(eq(publicationVersions.publicationId, subject.publicationId), isNull(fileVersions.withdrawnAt)))
    : [];
  return [...approved, ...shown].map(({ id }) => id);
}

async function checkCover(tx: Db, subject: Subject, input: PublicationFields): Promise<void> {
  if (input.coverVersionId === null) return;
  if (input.coverText === "") throw new DomainError("publication.cover_text_missing", { field: "coverText" });
  const [cover] = await tx
    .select({ mediaType: fileVersions.mediaType })
    .from(fileVersions)
    .innerJoin(blobs, eq(blobs.id, fileVersions.blobId))
    .where(
      and(
        eq(fileVersions.id, input.coverVersionId),
        eq(fileVersions.outputId, subject.outputId),
        isNull(fileVersions.withdrawnAt),
        isNull(blobs.erasedAt),
      ),
    );
  if (!cover || !isCoverType(cover.mediaType)) {
    throw new DomainError("publication.cover_unsuitable", { field: "coverVersionId" });
  }
}

/** Organisations that have joined the consortium, and people who are its members or are named already. */
async function checkAuthors(tx: Db, subject: Subject, input: PublicationFields): Promise<void> {
  const organisationRows = await tx
    .select({ id: participations.organisationId })
    .from(participations)
    .where(
      and(
        eq(participations.projectId, subject.projectId),
        ne(participations.kind, "evaluator"),
        isNotNull(participations.joinedAt),
        inArray(participations.organisationId, input.organisationIds),
      ),
    );
  if (organisationRows.length < new Set(input.organisationIds).size) {
    throw new DomainError("publication.author_unknown", { field: "organisationIds" });
  }
  if (input.personIds.length === 0) return;
  const members = await tx
    .selectDistinct({ id: people.id })
    .from(participationPeople)
    .innerJoin(participations, eq(participations.id, participationPeople.participationId))
    .innerJoin(people, eq(people.id, participationPeople.personId))
    .where(
      and(
        eq(participationPeople.projectId, subject.projectId),
        ne(participations.kind, "evaluator"),
        isNull(people.closedAt),
        inArray(people.id, input.personIds),
      ),
    );
  const named = subject.publicationId
    ? await tx
        .select({ id: publicationPeople.personId })
        .from(publicationPeople)
        .where(eq(publicationPeople.publicationId, subject.publicationId))
    : [];
  const known = new Set([...members, ...named].map(({ id }) => id));
  if (input.personIds.some((id) => !known.has(id))) {
    throw new DomainError("publication.author_unknown", { field: "personIds" });
  }
}

/**
 * Checks what a page of an output names: its versions, its cover and its authors. Errors: publication.no_version,
 * publication.version_not_approved, publication.cover_unsuitable, publication.cover_text_missing,
 * publication.author_unknown.
 */
export async function checkChoices(tx: Db, subject: Subject, input: PublicationFields): Promise<void> {
  requireApprovedVersions(input.versionIds, await publishableVersions(tx, subject));
  await checkCover(tx, subject, input);
  await checkAuthors(tx, subject, input);
}
