import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import outputs from "@/messages/en/outputs.json";
import practices from "@/messages/en/practices.json";
import reviews from "@/messages/en/reviews.json";
import { OutputStatusBadge } from "../outputs/output-status";
import { PracticeStatusBadge } from "../practices/practice-status";
import { NextPanel } from "./next-panel";
import { VerdictBadge } from "./review-lines";
import { SubmissionBadge } from "./submission-list";

const markupOf = (children: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en-GB" timeZone="Europe/Brussels" messages={{ outputs, practices, reviews }}>
      {children}
    </NextIntlClientProvider>,
  );

describe("the panel of the next step", () => {
  const nothing = {
    "output.submit": false,
    "output.decide": false,
    "output.publish": false,
    "output.unpublish": false,
  };
  const output = { id: "o", next: "fix_and_resubmit", can: nothing } as const;
  const submission = { id: "s", open: false, reasons: "Add page 4.", reviews: [] };

  it("quotes why changes were requested, and links the decision", () => {
    const markup = markupOf(<NextPanel output={output} base="/base" submission={submission} />);
    expect(markup).toContain("Add page 4.");
    expect(markup).toContain('href="/base/submissions/s"');
  });

  it("does not repeat the sentence below the title, and is left out when there is nothing to do", () => {
    const panel = (can: Partial<typeof nothing>) =>
      markupOf(
        <NextPanel output={{ ...output, next: "ask_review", can: { ...nothing, ...can } }} base="" submission={null} />,
      );
    expect(panel({})).toBe("");
    expect(panel({ "output.submit": true })).toContain(outputs.page.askReview);
    expect(panel({ "output.submit": true })).not.toContain(outputs.nextSentence.ask_review);
  });
});

it("requested changes have one icon everywhere", () => {
  const icons = [
    <OutputStatusBadge key="output" output={{ status: "changes_requested", changedSinceApproval: false }} />,
    <SubmissionBadge key="submission" status="changes_requested" />,
    <PracticeStatusBadge key="practice" status="returned" />,
    <VerdictBadge key="review" verdict="request_changes" />,
  ].map((badge) => /<svg.*<\/svg>/u.exec(markupOf(badge))?.[0]);
  expect(new Set(icons).size).toBe(1);
  expect(icons[0]).toBeDefined();
});
