import type { ComponentProps } from "react";
import { useTranslations } from "@/messages/use-translations";
import { Section } from "../shared/section";
import { FindingList } from "./finding-list";

type Findings = ComponentProps<typeof FindingList>["findings"];
type Props = Omit<ComponentProps<typeof FindingList>, "findings" | "named"> & { own: Findings; earlier: Findings };

/** The findings of a submission, and those of earlier submissions of its output with how they were answered. */
export function SubmissionFindings({ own, earlier, ...shared }: Props) {
  const t = useTranslations("reviews.findings");
  const drafts = own.some(({ status }) => status === "draft");
  return (
    <>
      {earlier.length > 0 ? (
        <Section title={t("earlier")} description={t("earlierLead")}>
          <FindingList findings={earlier} named {...shared} />
        </Section>
      ) : null}
      <Section id="findings" title={t("title")} description={drafts ? t("drafts") : t("lead")}>
        <FindingList findings={own} {...shared} />
      </Section>
    </>
  );
}
