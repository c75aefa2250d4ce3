import { v7 as uuid } from "uuid";
import type { PermissionTable } from "./world";

/** The rows of the permission table for reviews. */
export const reviewTable: PermissionTable = {
  "reviews.submit": [
    "U N F o o o N F N",
    (api, w) =>
      api.reviews.submit({ id: uuid(), outputId: w.output, versionIds: [w.version], reviewerIds: [w.reviewer] }),
  ],
  "reviews.possibleReviewers": ["U N o o o o N o N", (api, w) => api.reviews.possibleReviewers({ outputId: w.output })],
  "reviews.submissions": ["U N o o o o N o N", (api, w) => api.reviews.submissions({ outputId: w.output })],
  "reviews.outputPage": ["U N + + + + N + N", (api, w) => api.reviews.outputPage({ outputId: w.output })],
  "reviews.submission": ["U N + + + + N + N", (api, w) => api.reviews.submission({ submissionId: w.submission })],
  "reviews.give": ["U N N N N N N o N", (api, w) => api.reviews.give({ reviewId: w.review, verdict: "approve" })],
  "reviews.acknowledge": [
    "U N N N N N N o N",
    (api, w) => api.reviews.acknowledge({ reviewId: w.review, answerBy: "2026-04-01" }),
  ],
  "reviews.findings": ["U N o o o o N o N", (api, w) => api.reviews.findings({ submissionId: w.submission })],
  "reviews.standIns": ["U N o o o o N o N", (api, w) => api.reviews.standIns({ reviewId: w.review })],
  "reviews.nameStandIn": [
    "U N F o o o N F N",
    (api, w) => api.reviews.nameStandIn({ reviewId: w.review, personId: w.reviewer }),
  ],
  "reviews.addFinding": [
    "U N N N N N N o N",
    (api, w) =>
      api.reviews.addFinding({
        id: uuid(),
        reviewId: w.review,
        versionId: w.version,
        weight: "must",
        text: "Page 4 is missing.",
      }),
  ],
  "reviews.editFinding": [
    "U N N N N N N o N",
    (api, w) =>
      api.reviews.editFinding({
        findingId: w.finding,
        revision: 1,
        versionId: w.version,
        weight: "should",
        text: "Page 5 is missing.",
      }),
  ],
  "reviews.removeFinding": ["U N N N N N N o N", (api, w) => api.reviews.removeFinding({ findingId: w.finding })],
  "reviews.answerFinding": [
    "U N F o o o N F N",
    (api, w) =>
      api.reviews.answerFinding({
        id: uuid(),
        findingId: w.openFinding,
        resolution: "fixed",
        text: "Page 4 is there.",
      }),
  ],
  "reviews.closeFinding": ["U N F F F F N o N", (api, w) => api.reviews.closeFinding({ findingId: w.openFinding })],
  "reviews.reopenFinding": [
    "U N F F F F N C N",
    (api, w) => api.reviews.reopenFinding({ findingId: w.openFinding, text: "Page 4 is empty." }),
  ],
  "reviews.withdraw": [
    "U N F o o o N F N",
    (api, w) => api.reviews.withdraw({ submissionId: w.submission, reason: "A chapter is missing." }),
  ],
  "reviews.reopen": [
    "U N F F F C N F N",
    (api, w) => api.reviews.reopen({ submissionId: w.submission, reason: "It was a mistake." }),
  ],
  "reviews.settings": ["U N + + + + N N N", (api, w) => api.reviews.settings({ slug: w.slug })],
  "reviews.changeRules": [
    "U N F F F o N N N",
    (api, w) =>
      api.reviews.changeRules({
        projectId: w.project,
        number: 0,
        recommendations: 2,
        organisations: 2,
        mustFindingsBlock: true,
      }),
  ],
  "reviews.changeRubric": [
    "U N F F F o N N N",
    (api, w) =>
      api.reviews.changeRubric({
        projectId: w.project,
        number: 0,
        type: "guide",
        criteria: [{ key: "fit" }],
      }),
  ],
  "reviews.decide": [
    "U N F F F C N F N",
    (api, w) => api.reviews.decide({ submissionId: w.submission, verdict: "approve" }),
  ],
  "reviews.mine": ["U o o o o o o + o", (api) => api.reviews.mine({})],
};
