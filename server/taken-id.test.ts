import { v7 as uuid } from "uuid";
import { expect } from "vitest";
import type { Db } from "@/db/client";
import { callAs, refusalOf, watch } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { anAddress, aPerson, aProject, type Side, type TestProject, word } from "@/server/testing/factories";
import { anOutput, aSubmission, aVersion } from "@/server/testing/work-factories";

type Api = Awaited<ReturnType<typeof callAs>>;
type Subjects = { project: TestProject; outputId: string; versionId: string; submissionId: string; reviewer: string };

async function someSubjects(tx: Db): Promise<Subjects> {
  const project = await aProject(tx);
  const output = await anOutput(tx, project);
  const version = await aVersion(tx, output);
  const { contributor: personId, organisationId } = project.other;
  const submission = await aSubmission(tx, output, [version], [{ personId, organisationId }]);
  return { project, outputId: output.id, versionId: version.id, submissionId: submission.id, reviewer: personId };
}

const lead = ({ project }: Subjects) => project.partner;
const coordinator = ({ project }: Subjects) => project.coordinator;

/** Every creating procedure with an id from the client: who may call it, and how. */
const creates: Record<
  string,
  [by: (subjects: Subjects) => Side, create: (api: Api, id: string, at: Subjects) => Promise<unknown>]
> = {
  output: [
    coordinator,
    (api, id, { project }) =>
      api.outputs.create({
        id,
        projectId: project.id,
        title: "Guide",
        type: "guide",
        leadOrganisationId: project.partner.organisationId,
      }),
  ],
  "work package": [
    coordinator,
    (api, id, { project }) => api.outputs.addWorkPackage({ id, projectId: project.id, number: 3, title: "Work" }),
  ],
  link: [
    lead,
    (api, id, { outputId }) => api.outputs.addLink({ id, outputId, name: "Site", url: "https://example.org/site" }),
  ],
  submission: [
    lead,
    (api, id, { outputId, versionId, reviewer }) =>
      api.reviews.submit({ id, outputId, versionIds: [versionId], reviewerIds: [reviewer] }),
  ],
  comment: [
    lead,
    (api, id, { submissionId }) =>
      api.comments.add({
        id,
        subject: { type: "submission", id: submissionId },
        text: "A comment.",
        visibility: "everyone",
      }),
  ],
  practice: [
    lead,
    (api, id, { project }) => api.practices.draft({ id, projectId: project.id, title: "A practice", field: "school" }),
  ],
  organisation: [
    lead,
    (api, id) =>
      api.organisations.create({ id, legalName: `${word()} ${word()}`, country: "IT", city: "Bari", type: "school" }),
  ],
};

test.for(Object.entries(creates))(
  "a %s is created once per id, and other people cannot learn about the id",
  async ([, [by, create]], { tx }) => {
    const [here, there] = [await someSubjects(tx), await someSubjects(tx)];
    const id = uuid();
    const mine = await callAs(by(here).manager, tx);
    await create(mine, id, here);
    const again = await watch(tx, () => create(mine, id, here));
    expect(again.types).toEqual([]);
    const others = await callAs(by(there).manager, tx);
    const refused = await watch(tx, () => refusalOf(create(others, id, there)));
    expect(refused.answer).toEqual({ code: "CONFLICT", problem: "input.id_taken", data: {} });
    expect(refused.types).toEqual([]);
  },
);

test.for(["link", "submission", "comment", "practice"])(
  "the id of a %s cannot be used by another person of the same project",
  async (what, { tx }) => {
    const here = await someSubjects(tx);
    const id = uuid();
    const create = creates[what]?.[1];
    if (!create) throw new Error("There is no such create.");
    await create(await callAs(here.project.partner.manager, tx), id, here);
    const colleague = await callAs(here.project.coordinator.manager, tx);
    expect(await refusalOf(create(colleague, id, here))).toMatchObject({ problem: "input.id_taken" });
  },
);

test("the id of a person cannot be used by a sign-up", async ({ tx }) => {
  const { id, address } = await aPerson(tx);
  const everyone = await callAs(null, tx);
  const form = { name: "Other", email: anAddress(), password: "an orchard in the snow", locale: "en" as const };
  expect(await refusalOf(everyone.people.signUp({ ...form, id }))).toMatchObject({ problem: "input.invalid" });
  expect((await refusalOf(everyone.people.signUp({ ...form, id: uuid() }))).code).toBe("OK");
  const me = await (await callAs(id, tx)).people.me();
  expect(me.addresses.map((one) => one.address)).toEqual([address]);
});
