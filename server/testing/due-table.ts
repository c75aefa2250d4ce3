import { v7 as uuid } from "uuid";
import { numberOfOutput, type PermissionTable } from "./world";

/** The rows of the permission table for due dates of outputs; the partner leads the outputs and asked for more time. */
export const dueTable: PermissionTable = {
  "outputs.dueDates": ["U N o o o o N o N", (api, w) => api.outputs.dueDates({ outputId: w.output })],
  "outputs.moveDue": [
    "U N F F + + N F N",
    (api, w) =>
      api.outputs.moveDue({ id: uuid(), outputId: w.output, dueOn: "2026-12-01", reason: "Exams.", revision: 1 }),
  ],
  // After itself: bad input for those who may.
  "outputs.addDependency": [
    "U N F F B B N F N",
    (api, w) => api.outputs.addDependency({ outputId: w.output, number: numberOfOutput }),
  ],
  "outputs.removeDependency": [
    "U N F F o o N F N",
    (api, w) => api.outputs.removeDependency({ outputId: w.output, number: numberOfOutput }),
  ],
  "outputs.askTime": [
    "U N F o o F N N N",
    (api, w) => api.outputs.askTime({ id: uuid(), outputId: w.empty, dueOn: "2026-12-01", reason: "Exams." }),
  ],
  "outputs.acceptTime": [
    "U N F F o o N N N",
    (api, w) => api.outputs.acceptTime({ id: uuid(), requestId: w.timeRequest }),
  ],
  "outputs.declineTime": [
    "U N F F o o N N N",
    (api, w) => api.outputs.declineTime({ requestId: w.timeRequest, reason: "The next output needs it." }),
  ],
};
