import { expect, it } from "vitest";
import { subjectOf } from "./notifications";

const [person, project, output, task] = ["a", "b", "c", "d"];
const inProject = { projectId: project, outputId: output, organisationId: null };

it("the subject of an event is the narrowest thing it is about", () => {
  const added = { type: "task.added", data: { taskId: task, title: "Posters" } } as const;
  const submitted = { type: "output.started", data: { number: 1, title: "Guide" } } as const;
  const closed = { type: "person.closed", data: {} } as const;
  expect(subjectOf(added, inProject, person)).toEqual({ type: "task", id: task });
  expect(subjectOf(submitted, inProject, person)).toEqual({ type: "output", id: output });
  expect(subjectOf(submitted, { ...inProject, outputId: null }, person)).toEqual({ type: "project", id: project });
  const outside = { projectId: null, outputId: null, organisationId: null };
  const joining = {
    type: "organisation.join_decided",
    data: { name: "Scuola", organisationId: output, personId: person, accepted: true },
  } as const;
  expect(subjectOf(joining, outside, person)).toEqual({ type: "organisation", id: output });
  expect(subjectOf(closed, outside, person)).toEqual({ type: "account", id: person });
});
