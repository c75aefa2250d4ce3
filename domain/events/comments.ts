import { defineEvent, ofSubmission, submissionPage } from "./event";

export const commentEvents = {
  "comment.added": defineEvent({
    shape: ofSubmission,
    kind: "reviews",
    page: submissionPage,
    audience: ["output_team", "coordinators"],
    channels: ["feed", "bell"],
  }),
};
