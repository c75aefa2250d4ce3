import { expect } from "vitest";
import { callAs, problemOf } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aProject } from "@/server/testing/factories";
import { anOutput, aSubmission, aVersion } from "@/server/testing/work-factories";

test("the output page shows the reasons of requested changes", async ({ tx }) => {
  const project = await aProject(tx);
  const output = await anOutput(tx, project, { status: "in_review" });
  const { contributor: personId, organisationId } = project.other;
  const { id } = await aSubmission(tx, output, [await aVersion(tx, output)], [{ personId, organisationId }]);
  const lead = await callAs(project.partner.contributor, tx);
  const reasons = async () => (await lead.reviews.outputPage({ outputId: output.id })).newest?.reasons;
  expect(await reasons()).toBeNull();
  const coordinator = await callAs(project.coordinator.manager, tx);
  await coordinator.reviews.decide({ submissionId: id, verdict: "request_changes", comment: "Add page 4." });
  expect(await reasons()).toBe("Add page 4.");
});

test("the output page shows the same as its lists, to members and to evaluators who review the output", async ({
  tx,
}) => {
  const project = await aProject(tx);
  const output = await anOutput(tx, project);
  const [submitted, notSubmitted] = [await aVersion(tx, output), await aVersion(tx, output)];
  const { contributor: personId, organisationId } = project.evaluator;
  const { id } = await aSubmission(tx, output, [submitted], [{ personId, organisationId }]);
  const outputId = output.id;
  for (const [person, versions] of [
    [project.coordinator.manager, [submitted.id, notSubmitted.id]],
    [project.partner.contributor, [submitted.id, notSubmitted.id]],
    [personId, [submitted.id]],
  ] as const) {
    const api = await callAs(person, tx);
    const page = await api.reviews.outputPage({ outputId });
    expect(page.files.items.map((file) => file.id).sort()).toEqual([...versions].sort());
    expect(page.newest).toMatchObject({ id, open: true, reviews: [{ can: { "review.give": person === personId } }] });
    expect(page).toMatchObject({
      output: await api.outputs.get({ outputId }),
      files: await api.outputs.files({ outputId }),
      submissions: await api.reviews.submissions({ outputId }),
      activity: await api.activity.forOutput({ outputId }),
    });
  }
  const stranger = await callAs((await aProject(tx)).coordinator.manager, tx);
  expect(await problemOf(stranger.reviews.outputPage({ outputId }))).toBe("output.not_found");
});
