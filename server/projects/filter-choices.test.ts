import { expect } from "vitest";
import { callAs } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aProject } from "@/server/testing/factories";

test("the options of the filter are the project's organisations, each with its people in the project", async ({
  tx,
}) => {
  const project = await aProject(tx);
  const { projects } = await callAs(project.partner.viewer, tx);
  const people = (id: string) =>
    projects.members({ slug: project.slug }).then(({ items }) =>
      items
        .filter((one) => one.organisationId === id)
        .map((one) => ({ id: one.personId, name: one.name }))
        .sort((a, b) => a.id.localeCompare(b.id)),
    );
  const expected = [];
  for (const { organisationId: id, shortName, country, hue } of await projects.participations({ slug: project.slug })) {
    expected.push({ id, shortName, country, hue, people: await people(id) });
  }
  const choices = await projects.filterChoices({ slug: project.slug });
  const sorted = choices.map((one) => ({ ...one, people: one.people.toSorted((a, b) => a.id.localeCompare(b.id)) }));
  expect(sorted).toEqual(expected);
  const count = choices.reduce((sum, one) => sum + one.people.length, 0);
  expect(count).toBe((await projects.members({ slug: project.slug })).items.length);
  expect(count).toBeGreaterThan(3);
});
