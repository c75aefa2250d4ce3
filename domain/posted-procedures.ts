/** The mutations of forms that work without scripts; "sign-in" is not a mutation of the API. */
export const postedProcedures = [
  "sign-in",
  "people.signUp",
  "projects.accept",
  "projects.decline",
  "calendar.renew",
  "comments.add",
  "reviews.submit",
  "reviews.give",
  "reviews.decide",
  "reviews.addFinding",
  "reviews.answerFinding",
  "reviews.closeFinding",
  "reviews.reopenFinding",
  "reviews.withdraw",
  "reviews.reopen",
] as const;
