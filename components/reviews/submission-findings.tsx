import type { Route } from "next";
import type { ComponentProps, ReactNode } from "react";
import type { SubmissionStatus } from "@/domain/reviews";
import { useTranslations } from "@/messages/use-translations";
import { Section } from "../shared/section";
import { TextLink } from "../ui/text-link";
import { FindingList } from "./finding-list";
import { SubmissionBadge } from "./submission-list";

type Findings = ComponentProps<typeof FindingList>["findings"];
type Props = Omit<ComponentProps<typeof FindingList>, "findings" | "named"> & {
  own: Findings;
  earlier: Findings;
  ownPager: ReactNode;
  earlierPager: ReactNode;
  /** The decision on the newest earlier submission that has one. */
  decided: { id: string; number: number; status: SubmissionStatus; comment: string } | null;
};

/**
 * The findings of a submission; before them what was decided and found in earlier submissions of its output, with how it
 * was answered.
 */
export function SubmissionFindings({ own, earlier, ownPager, earlierPager, decided, ...shared }: Props) {
  const t = useTranslations("reviews.findings");
  const drafts = own.some(({ status }) => status === "draft");
  return (
    <>
      {earlier.length > 0 || decided ? (
        <Section title={t("earlier")} description={t("earlierLead")}>
          {decided ? (
            <div className="mb-4 grid gap-1">
              <p className="flex flex-wrap items-center gap-2">
                <TextLink href={`${shared.base}/submissions/${decided.id}` as Route}>
                  {t("decided", { number: decided.number })}
                </TextLink>
                <SubmissionBadge status={decided.status} />
              </p>
              {decided.comment ? (
                <p dir="auto" className="max-w-prose whitespace-pre-line wrap-anywhere">
                  {decided.comment}
                </p>
              ) : null}
            </div>
          ) : null}
          {earlier.length > 0 ? <FindingList findings={earlier} named {...shared} /> : null}
          {earlierPager}
        </Section>
      ) : null}
      <Section id="findings" title={t("title")} description={drafts ? t("drafts") : t("lead")}>
        <FindingList findings={own} {...shared} />
        {ownPager}
      </Section>
    </>
  );
}
