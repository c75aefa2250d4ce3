import { and, asc, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import {
  fileVersions,
  organisations,
  outputFiles,
  outputs,
  participationPeople,
  participations,
  people,
  projects,
  publicationOrganisations,
  publicationPeople,
  publications,
  publicationVersions,
} from "@/db/schema";
import type { Actor } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { closedLicences } from "@/domain/licences";
import type { NameConsent } from "@/domain/publications";
import type { MemberContext } from "@/server/context";
import { getOutput } from "@/server/outputs/queries/get-output";

const mostChoices = 200;

/** The newest versions that can be public: those of the approved submission and those that are public now. */
async function versionChoices(db: Db, outputId: string) {
  const approved = sql<boolean>`exists (select from submission_versions sv join outputs x
    on x.approved_submission_id = sv.submission_id where x.id = ${outputId} and sv.version_id = ${fileVersions.id})`;
  const shown = sql<boolean>`exists (select from publication_versions pv join publications p on p.id = pv.publication_id
    where p.output_id = ${outputId} and pv.version_id = ${fileVersions.id})`;
  return db
    .select({
      id: fileVersions.id,
      name: fileVersions.name,
      number: fileVersions.number,
      language: outputFiles.language,
      approved,
    })
    .from(fileVersions)
    .innerJoin(outputFiles, eq(outputFiles.id, fileVersions.fileId))
    .where(and(eq(fileVersions.outputId, outputId), isNull(fileVersions.withdrawnAt), sql`(${approved} or ${shown})`))
    .orderBy(asc(outputFiles.nameKey), asc(fileVersions.number), asc(fileVersions.id))
    .limit(mostChoices);
}

/** The newest version of each picture among the files. */
async function coverChoices(db: Db, outputId: string) {
  return db
    .selectDistinctOn([fileVersions.fileId], {
      id: fileVersions.id,
      name: fileVersions.name,
      number: fileVersions.number,
    })
    .from(fileVersions)
    .where(
      and(
        eq(fileVersions.outputId, outputId),
        isNull(fileVersions.withdrawnAt),
        isNotNull(fileVersions.blobId),
        sql`${fileVersions.mediaType} ~ '^image/(png|jpeg|gif|webp|avif)$'`,
      ),
    )
    .orderBy(fileVersions.fileId, sql`${fileVersions.number} desc`)
    .limit(mostChoices);
}

async function authorChoices(db: Db, projectId: string) {
  const joined = and(
    eq(participations.projectId, projectId),
    ne(participations.kind, "evaluator"),
    isNotNull(participations.joinedAt),
  );
  const [organisationRows, memberRows] = await Promise.all([
    db
      .select({
        id: organisations.id,
        shortName: organisations.shortName,
        legalName: organisations.legalName,
        country: organisations.country,
        hue: participations.hue,
      })
      .from(participations)
      .innerJoin(organisations, eq(organisations.id, participations.organisationId))
      .where(joined)
      .orderBy(asc(participations.hue))
      .limit(mostChoices),
    db
      .selectDistinct({ id: people.id, name: people.name, organisation: organisations.shortName })
      .from(participationPeople)
      .innerJoin(participations, eq(participations.id, participationPeople.participationId))
      .innerJoin(organisations, eq(organisations.id, participations.organisationId))
      .innerJoin(people, eq(people.id, participationPeople.personId))
      .where(and(joined, isNull(people.closedAt)))
      .orderBy(asc(people.name), asc(people.id))
      .limit(mostChoices),
  ]);
  return { organisations: organisationRows, people: memberRows };
}

/** What the page of the output says now; null when it was never published. */
async function findStored(db: Db, outputId: string) {
  const [row] = await db.select().from(publications).where(eq(publications.outputId, outputId));
  if (!row) return null;
  const ofPage = row.id;
  const [versions, authors, named] = await Promise.all([
    db
      .select({ id: publicationVersions.versionId })
      .from(publicationVersions)
      .where(eq(publicationVersions.publicationId, ofPage)),
    db
      .select({ id: publicationOrganisations.organisationId })
      .from(publicationOrganisations)
      .where(eq(publicationOrganisations.publicationId, ofPage))
      .orderBy(publicationOrganisations.position),
    db
      .select({ id: publicationPeople.personId, consent: publicationPeople.consent })
      .from(publicationPeople)
      .where(eq(publicationPeople.publicationId, ofPage))
      .orderBy(publicationPeople.position),
  ]);
  return { row, versions: versions.map(({ id }) => id), authors: authors.map(({ id }) => id), named };
}

/** The project's own answers, from which the form of a first publication is filled. */
async function projectDefaults(db: Db, outputId: string) {
  const [row] = await db
    .select({ objectives: projects.objectives, impacts: projects.impacts })
    .from(outputs)
    .innerJoin(projects, eq(projects.id, outputs.projectId))
    .where(eq(outputs.id, outputId));
  return row ?? { objectives: [], impacts: [] };
}

const isOpen = (licence: string | null) => licence !== null && !closedLicences.some((one) => one === licence);

/**
 * The form to publish an output: the values of its page or, before the first publication, what the output and the
 * project say, with the choices of versions, cover and authors. Errors: output.not_found, forbidden for those who may
 * not publish.
 */
export async function getPublicationForm(ctx: MemberContext, { outputId }: { outputId: string }) {
  const output = await getOutput(ctx, { outputId });
  if (!output.can["output.publish"] && !output.can["output.unpublish"]) throw new DomainError("forbidden");
  const [stored, versions, covers, authors, defaults] = await Promise.all([
    findStored(ctx.db, outputId),
    versionChoices(ctx.db, outputId),
    coverChoices(ctx.db, outputId),
    authorChoices(ctx.db, output.projectId),
    projectDefaults(ctx.db, outputId),
  ]);
  const consents = new Map<string, NameConsent>(stored?.named.map(({ id, consent }) => [id, consent]));
  const choices = {
    versions,
    covers,
    organisations: authors.organisations,
    people: authors.people.map((person) => ({ ...person, consent: consents.get(person.id) ?? null })),
  };
  const known = (ids: readonly string[]) => ids.filter((id) => versions.some((version) => version.id === id));
  const approved = versions.filter((version) => version.approved).map(({ id }) => id);
  if (stored) {
    const { row } = stored;
    const { title, abstract, language, languages, keywords, topics, targetGroups, eqfLevel, iscedField, licence } = row;
    const { coverVersionId, coverText, objectives, impacts, id, status, slug, revision, withdrawReason } = row;
    // Versions of a newer approval are proposed in place of those that it does not cover.
    const current = known(stored.versions).filter((versionId) => approved.includes(versionId));
    return {
      output: { id: output.id, status: output.status, ...approvalOf(output, approved) },
      publication: { id, status, slug, revision, withdrawReason, publishedAt: row.publishedAt },
      values: {
        ...{ title, abstract, language, languages, keywords, topics, targetGroups, eqfLevel, iscedField, licence },
        ...{ coverVersionId, coverText, objectives, impacts },
        versionIds: current.length > 0 ? current : approved.length > 0 ? approved : known(stored.versions),
        organisationIds: stored.authors,
        personIds: stored.named.map((person) => person.id),
      },
      choices,
    };
  }
  const involved = [output.lead.id, ...output.contributors.map(({ id }) => id)];
  return {
    output: { id: output.id, status: output.status, ...approvalOf(output, approved) },
    publication: null,
    values: {
      title: output.title,
      abstract: output.description,
      language: languageOf(output.languages, ctx.actor),
      languages: output.languages,
      keywords: [] as string[],
      topics: [] as string[],
      targetGroups: [] as string[],
      eqfLevel: null,
      iscedField: null,
      licence: isOpen(output.licence) ? output.licence : null,
      coverVersionId: null,
      coverText: "",
      objectives: defaults.objectives,
      impacts: defaults.impacts,
      versionIds: approved,
      organisationIds: involved.filter((id) => choices.organisations.some((one) => one.id === id)),
      personIds: [] as string[],
    },
    choices,
  };
}

const approvalOf = (output: { status: string }, approved: readonly string[]) => ({
  publishable: (output.status === "approved" || output.status === "published") && approved.length > 0,
});

/** The title and description of an output are usually in English, else in the language of who publishes it. */
const languageOf = (languages: readonly string[], actor: Actor): string =>
  languages.includes("en") || languages.length === 0 ? "en" : (languages[0] ?? actor.locale);
