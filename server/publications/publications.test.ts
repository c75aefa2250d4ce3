import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import { blobs, fileVersions, libraryItems, outputs, projects, publicationPeople, publications } from "@/db/schema";
import { callAs, problemOf, refusalOf, watch } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aProject } from "@/server/testing/factories";
import { anApprovedOutput, aPublication, publicationInput } from "@/server/testing/publication-factories";
import { anOutput, aVersion } from "@/server/testing/work-factories";

type Tx = Parameters<typeof aProject>[0];

async function aStage(tx: Tx) {
  const project = await aProject(tx);
  const output = await anApprovedOutput(tx, project, { title: "A garden guide" });
  return {
    project,
    output,
    values: { ...publicationInput(output), outputId: output.id },
    coordinator: await callAs(project.coordinator.manager, tx),
    everyone: await callAs(null, tx),
  };
}

const statusOf = async (tx: Tx, outputId: string) =>
  (await tx.select({ status: outputs.status }).from(outputs).where(eq(outputs.id, outputId)))[0]?.status;

const inLibrary = (tx: Tx, outputId: string) =>
  tx
    .select({ slug: libraryItems.slug, title: libraryItems.title })
    .from(libraryItems)
    .where(eq(libraryItems.subjectId, outputId));

describe("publishing", () => {
  test("makes the page of an approved output public, once for a repeated request", async ({ tx }) => {
    const { coordinator, everyone, output, values } = await aStage(tx);
    const input = { ...values, id: uuid(), agreed: true };
    let slug = "";
    const first = await watch(tx, async () => ({ slug } = await coordinator.publications.publish(input)));
    expect(first.types).toEqual(["output.published"]);
    expect(slug).toMatch(/^a-garden-guide-[0-9a-f]{6}$/);
    expect(await statusOf(tx, output.id)).toBe("published");
    expect(await everyone.public.output({ slug })).toMatchObject({
      state: "published",
      title: "A garden guide",
      versions: [{ id: output.version.id, covered: true, withdrawn: false, sha256: output.version.sha256 }],
      organisations: [{ name: output.lead.name, slug: `o-${output.lead.organisationId}` }],
      people: [],
    });
    expect(await inLibrary(tx, output.id)).toEqual([{ slug, title: "A garden guide" }]);
    const again = await watch(tx, () => coordinator.publications.publish(input));
    expect(again.types).toEqual([]);
    expect(await problemOf(coordinator.publications.publish({ ...input, id: uuid() }))).toBe("publication.changed");
  });

  test("is possible for approved outputs alone, and for versions of the approved submission", async ({ tx }) => {
    const { coordinator, project, output, values } = await aStage(tx);
    const publish = (changes: object) =>
      problemOf(coordinator.publications.publish({ ...values, id: uuid(), agreed: true, ...changes }));
    const unfinished = await anOutput(tx, project, { status: "in_review" });
    expect(await publish({ outputId: unfinished.id })).toBe("publication.not_approved");
    const newer = await aVersion(tx, output);
    expect(await publish({ versionIds: [output.version.id, newer.id] })).toBe("publication.version_not_approved");
    await tx.update(fileVersions).set({ withdrawnAt: new Date() }).where(eq(fileVersions.id, output.version.id));
    expect(await publish({})).toBe("publication.version_not_approved");
  });

  test("needs an open licence, the agreement of the people shown, and authors of the project", async ({ tx }) => {
    const { coordinator, values } = await aStage(tx);
    const stranger = (await aProject(tx)).partner;
    const publish = (changes: object) =>
      refusalOf(coordinator.publications.publish({ ...values, id: uuid(), agreed: true, ...changes }));
    for (const invalid of [{ licence: "CC-BY-ND-4.0" }, { agreed: false }, { versionIds: [] }, { eqfLevel: 9 }]) {
      expect(await publish(invalid)).toMatchObject({ problem: "input.invalid" });
    }
    const problem = "publication.author_unknown";
    const organisations = await publish({ organisationIds: [stranger.organisationId] });
    expect(organisations).toMatchObject({ problem, data: { field: "organisationIds" } });
    expect(await publish({ personIds: [stranger.manager] })).toMatchObject({ problem, data: { field: "personIds" } });
  });

  test("takes a picture of the output with a description as cover, and no other file", async ({ tx }) => {
    const { coordinator, output, project, values } = await aStage(tx);
    const picture = await aVersion(tx, output, { name: "garden.png" });
    const elsewhere = await aVersion(tx, await anOutput(tx, project), { name: "other.png" });
    for (const { id, blobId } of [picture, elsewhere]) {
      await tx.update(fileVersions).set({ mediaType: "image/png" }).where(eq(fileVersions.id, id));
      await tx.update(blobs).set({ mediaType: "image/png" }).where(eq(blobs.id, blobId));
    }
    const publish = (cover: object) =>
      problemOf(coordinator.publications.publish({ ...values, ...cover, id: uuid(), agreed: true }));
    const coverText = "Pupils in a garden";
    expect(await publish({ coverVersionId: picture.id })).toBe("publication.cover_text_missing");
    expect(await publish({ coverVersionId: output.version.id, coverText })).toBe("publication.cover_unsuitable");
    expect(await publish({ coverVersionId: elsewhere.id, coverText })).toBe("publication.cover_unsuitable");
    expect(await publish({ coverVersionId: picture.id, coverText })).toBe("");
  });

  test("is previewed without a write", async ({ tx }) => {
    const { coordinator, values, output } = await aStage(tx);
    const preview = await watch(tx, async () => {
      const page = await coordinator.publications.preview({ ...values, title: "Another title", keywords: ["soil"] });
      expect(page).toMatchObject({
        title: "Another title",
        keywords: ["soil"],
        versions: [{ id: output.version.id, covered: true }],
        organisations: [{ name: output.lead.name }],
      });
    });
    expect(preview.types).toEqual([]);
    expect(await tx.$count(publications)).toBe(0);
    expect(await problemOf(coordinator.publications.preview({ ...values, versionIds: [uuid()] }))).toBe(
      "publication.version_not_approved",
    );
  });
});

describe("a public page", () => {
  test("moves with its title, and its former address redirects", async ({ tx }) => {
    const { coordinator, everyone, output, values } = await aStage(tx);
    const { slug } = await coordinator.publications.publish({ ...values, id: uuid(), agreed: true });
    const change = { ...values, title: "Gardens for schools", revision: 1, agreed: true };
    const renamed = await coordinator.publications.update(change);
    expect(await inLibrary(tx, output.id)).toMatchObject([{ slug: renamed.slug, title: "Gardens for schools" }]);
    expect(renamed.slug).toBe(`gardens-for-schools-${slug.slice(-6)}`);
    expect(await everyone.public.output({ slug })).toEqual({ state: "moved", slug: renamed.slug });
    const current = { publication: { revision: 2 }, values: { title: "Gardens for schools" } };
    expect(await refusalOf(coordinator.publications.update(change))).toMatchObject({
      problem: "publication.changed",
      data: { current },
    });
    const back = await coordinator.publications.update({ ...change, title: values.title, revision: 2 });
    expect(back.slug).toBe(slug);
    expect(await everyone.public.output({ slug })).toMatchObject({ state: "published", title: values.title });
    expect(await everyone.public.output({ slug: renamed.slug })).toEqual({ state: "moved", slug });
  });

  test("that was withdrawn says why, and is published again at the same address", async ({ tx }) => {
    const { coordinator, everyone, output, values } = await aStage(tx);
    const { slug } = await coordinator.publications.publish({ ...values, id: uuid(), agreed: true });
    const reason = "A picture shows a child.";
    const act = await watch(tx, () => coordinator.publications.withdraw({ outputId: output.id, reason }));
    expect(act.types).toEqual(["output.unpublished"]);
    expect(await statusOf(tx, output.id)).toBe("approved");
    expect(await inLibrary(tx, output.id)).toEqual([]);
    const answer = await everyone.public.output({ slug });
    expect(answer).toEqual({ state: "withdrawn", reason, withdrawnAt: expect.any(Date) as Date });
    expect(await problemOf(coordinator.publications.withdraw({ outputId: output.id, reason }))).toBe(
      "publication.not_public",
    );
    const again = { ...values, id: uuid(), agreed: true };
    expect(await problemOf(coordinator.publications.publish(again))).toBe("publication.changed");
    expect(await coordinator.publications.publish({ ...again, revision: 2 })).toEqual({ slug });
    expect(await everyone.public.output({ slug })).toMatchObject({ state: "published" });
    expect(await problemOf(everyone.public.output({ slug: "nothing" }))).toBe("publication.not_found");
  });

  test("keeps versions that the approval no longer covers, and marks them", async ({ tx }) => {
    const { coordinator, everyone, output, values } = await aStage(tx);
    const { slug } = await coordinator.publications.publish({ ...values, id: uuid(), agreed: true });
    await tx.update(outputs).set({ approvedSubmissionId: null, status: "in_review" }).where(eq(outputs.id, output.id));
    expect(await everyone.public.output({ slug })).toMatchObject({ versions: [{ covered: false }] });
    const change = { ...values, abstract: "Now with a chapter about soil.", revision: 1, agreed: true };
    expect(await problemOf(coordinator.publications.update(change))).toBe("");
    await tx.update(fileVersions).set({ withdrawnAt: new Date() }).where(eq(fileVersions.id, output.version.id));
    expect(await everyone.public.output({ slug })).toMatchObject({ versions: [{ withdrawn: true }] });
    await coordinator.publications.withdraw({ outputId: output.id, reason: "A newer edition follows." });
    expect(await statusOf(tx, output.id)).toBe("in_review");
  });

  test("shows published columns only", async ({ tx }) => {
    const project = await aProject(tx);
    const { slug } = await aPublication(tx, project, {
      people: [{ personId: project.partner.manager, consent: "asked" }],
    });
    const page = await (await callAs(null, tx)).public.output({ slug });
    expect(JSON.stringify(page)).not.toMatch(/Person |publishedBy|projectId|outputId|@|storage/);
  });
});

describe("the name of a person", () => {
  test("is public only after that person agreed, and until they decline", async ({ tx }) => {
    const { coordinator, everyone, project, values } = await aStage(tx);
    const personIds = [project.partner.contributor, project.coordinator.manager];
    const act = await watch(tx, () =>
      coordinator.publications.publish({ ...values, id: uuid(), agreed: true, personIds }),
    );
    expect([act.types, act.jobNames]).toEqual([
      ["output.published", "publication.name_asked"],
      ["notify", "notify"],
    ]);
    const [row] = await tx.select().from(publications);
    const { id: publicationId = "", slug = "" } = row ?? {};
    const names = async () => {
      const page = await everyone.public.output({ slug });
      return page.state === "published" ? page.people.length : null;
    };
    // Who publishes and names themselves agrees.
    expect(await names()).toBe(1);
    const author = await callAs(project.partner.contributor, tx);
    expect((await author.publications.names({})).items).toMatchObject([{ publicationId, consent: "asked" }]);
    await author.publications.agree({ publicationId });
    expect(await names()).toBe(2);
    const update = { ...values, personIds, revision: 1, agreed: true };
    await coordinator.publications.update(update);
    expect(await names()).toBe(2);
    await author.publications.decline({ publicationId });
    expect(await names()).toBe(1);
    const stranger = await callAs(project.other.manager, tx);
    expect(await problemOf(stranger.publications.agree({ publicationId }))).toBe("publication.name_not_asked");
  });

  test("disappears when the account is closed, and accounts that are merged keep the answer", async ({ tx }) => {
    const project = await aProject(tx);
    const { contributor, manager } = project.partner;
    const { id, slug } = await aPublication(tx, project, {
      people: [
        { personId: contributor, consent: "agreed" },
        { personId: manager, consent: "declined" },
      ],
    });
    const { mergePeople } = await import("@/server/people/commands/merge-people");
    const { erasePerson } = await import("@/server/people/commands/erase-person");
    await mergePeople(tx, new Date(), manager, contributor);
    const named = () =>
      tx
        .select({ person: publicationPeople.personId, consent: publicationPeople.consent })
        .from(publicationPeople)
        .where(eq(publicationPeople.publicationId, id));
    expect(await named()).toEqual([{ person: contributor, consent: "agreed" }]);
    await erasePerson(tx, new Date(), contributor);
    expect(await named()).toEqual([]);
    expect(await (await callAs(null, tx)).public.output({ slug })).toMatchObject({ people: [] });
  });
});

describe("the public page of a project", () => {
  const notFound = "project.not_found";

  test("exists once something is published, unless its coordinator chose to have none", async ({ tx }) => {
    const { coordinator, everyone, project, output, values } = await aStage(tx);
    const planned = await anOutput(tx, project, { title: "A film" });
    const page = () => everyone.public.partnership({ slug: project.slug });
    expect(await problemOf(page())).toBe(notFound);
    const { slug } = await coordinator.publications.publish({ ...values, id: uuid(), agreed: true });
    const shown = await page();
    expect(shown).toMatchObject({ state: "published", partners: [{ kind: "coordinator" }, {}, {}] });
    if (shown.state !== "published") throw new Error("not published");
    expect(shown.outputs.find(({ number }) => number === output.number)).toMatchObject({ slug });
    expect(shown.outputs.find(({ number }) => number === planned.number)).toMatchObject({
      title: "A film",
      slug: null,
    });
    expect(JSON.stringify(shown)).not.toContain(project.evaluator.name);
    await tx.update(projects).set({ status: "closed" }).where(eq(projects.id, project.id));
    expect(await page()).toMatchObject({ closed: true });
    await tx.update(projects).set({ publicPage: false }).where(eq(projects.id, project.id));
    expect(await problemOf(page())).toBe(notFound);
    expect(await everyone.public.output({ slug })).toMatchObject({ project: { slug: null } });
    expect(await problemOf(everyone.public.partner({ slug: `o-${project.partner.organisationId}` }))).toBe(
      "organisation.not_found",
    );
  });

  test("moves with the acronym, and an address of another kind is not found", async ({ tx }) => {
    const { coordinator, everyone, project, values } = await aStage(tx);
    const { slug } = await coordinator.publications.publish({ ...values, id: uuid(), agreed: true });
    expect(await problemOf(everyone.public.partnership({ slug }))).toBe(notFound);
    expect(await problemOf(everyone.public.output({ slug: project.slug }))).toBe("publication.not_found");
    const { title, callYear, actionCode, field, revision } = await coordinator.projects.get({ slug: project.slug });
    const head = { title, callYear, actionCode, field: field as "school", revision };
    await coordinator.projects.update({ ...head, projectId: project.id, acronym: "GARDENS" });
    const ending = project.slug.slice(project.slug.lastIndexOf("-") + 1);
    expect(await everyone.public.partnership({ slug: project.slug })).toEqual({
      state: "moved",
      slug: `gardens-${ending}`,
    });
  });
});

test("the public page of an organisation lists its public projects, and its admin can hide it", async ({ tx }) => {
  const { coordinator, everyone, project, output, values } = await aStage(tx);
  const slug = `o-${output.lead.organisationId}`;
  const page = () => everyone.public.partner({ slug });
  expect(await problemOf(page())).toBe("organisation.not_found");
  const published = await coordinator.publications.publish({ ...values, id: uuid(), agreed: true });
  expect(await page()).toMatchObject({
    state: "published",
    name: output.lead.name,
    projects: [{ slug: project.slug, kind: "partner" }],
    outputs: [{ slug: published.slug }],
  });
  expect(await problemOf(everyone.public.partner({ slug: `o-${project.evaluator.organisationId}` }))).toBe(
    "organisation.not_found",
  );
  const admin = await callAs(output.lead.manager, tx);
  const organisationId = output.lead.organisationId;
  await admin.organisations.setPublicPage({ organisationId, hidden: true });
  expect(await problemOf(page())).toBe("organisation.not_found");
  expect(await everyone.public.output(published)).toMatchObject({ organisations: [{ slug: null }] });
});
