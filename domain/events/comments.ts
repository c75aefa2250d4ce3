import { defineEvent, ofSubmission, submissionPage } from "./event";

export const commentEvents = {
  "comment.added": defineEvent({
    shape: ofSubmission,
    kind: "comments",
    page: submissionPage,
    audience: ["output_team", "coordinators"],
    channels: ["feed", "bell"],
  }),
};
