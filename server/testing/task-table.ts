import { v7 as uuid } from "uuid";
import type { PermissionTable } from "./world";

/** The rows of the permission table for tasks, which the coordinator's manager asked of the partner. */
export const taskTable: PermissionTable = {
  "tasks.list": ["U N + + + + N N N", (api, w) => api.tasks.list({ slug: w.slug })],
  "tasks.get": ["U N + + + + N N N", (api, w) => api.tasks.get({ taskId: w.task })],
  "tasks.assignees": ["U N o o o o N N N", (api, w) => api.tasks.assignees({ slug: w.slug })],
  "tasks.add": [
    "U N F o o o N N N",
    (api, w) =>
      api.tasks.add({
        id: uuid(),
        projectId: w.project,
        title: "Print the posters",
        assignee: { organisationId: w.organisation },
        outputId: w.output,
        workPackageId: w.workPackage,
      }),
  ],
  "tasks.addSeveral": [
    "U N F o o o N N N",
    (api, w) =>
      api.tasks.addSeveral({
        projectId: w.project,
        tasks: [{ id: uuid(), title: "Print the posters", assignee: { organisationId: w.organisation } }],
      }),
  ],
  "tasks.addLine": [
    "U N F o o o N N N",
    (api, w) =>
      api.tasks.addLine({
        id: uuid(),
        projectId: w.project,
        line: `Print the posters – ${w.organisationName} – 2027-01-15`,
      }),
  ],
  "tasks.late": ["U N F F o o N N N", (api, w) => api.tasks.late({ slug: w.slug })],
  "tasks.remindLate": [
    "U N F F o o N N N",
    (api, w) => api.tasks.remindLate({ projectId: w.project, organisationIds: [w.organisation] }),
  ],
  "tasks.accept": ["U N F o o F N N N", (api, w) => api.tasks.accept({ id: uuid(), taskId: w.task })],
  "tasks.decline": [
    "U N F o o F N N N",
    (api, w) => api.tasks.decline({ id: uuid(), taskId: w.task, reason: "No printer." }),
  ],
  "tasks.done": ["U N F o o o N N N", (api, w) => api.tasks.done({ id: uuid(), taskId: w.task })],
  "tasks.reopen": ["U N F o o o N N N", (api, w) => api.tasks.reopen({ id: uuid(), taskId: w.doneTask })],
  "tasks.drop": [
    "U N F F F o N N N",
    (api, w) => api.tasks.drop({ id: uuid(), taskId: w.task, reason: "Not needed." }),
  ],
  "tasks.handOver": [
    "U N F o o F N N N",
    (api, w) => api.tasks.handOver({ id: uuid(), taskId: w.task, personId: w.partnerContributor }),
  ],
  "tasks.takeOver": ["U N F F F F N N N", (api, w) => api.tasks.takeOver({ id: uuid(), taskId: w.task })],
  "tasks.moreTime": [
    "U N F o o o N N N",
    (api, w) => api.tasks.moreTime({ id: uuid(), taskId: w.task, dueOn: "2027-01-15", reason: "Exams." }),
  ],
};
