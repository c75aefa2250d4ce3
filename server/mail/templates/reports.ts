import type { ReportOutcome } from "@/domain/reports";
import { env } from "@/server/env";
import type { Letter } from "../letter";
import type { MailTranslator } from "../mail-translator";
import { stopUrl } from "../stop";

type AnswerProps = { title: string; outcome: ReportOutcome; answer: string };

/** E-mails about reports of public pages: to operators, and the answer to the reporter. */
export const reportLetters = {
  pageReports: ({ t }: MailTranslator, { count }: { count: number }, address: string): Letter => ({
    subject: t("pageReports.subject", { count }),
    title: t("pageReports.title", { count }),
    paragraphs: [t("pageReports.text")],
    button: { label: t("pageReports.button"), url: `${env().APP_URL}/operator/reports` },
    footer: [t("pageReports.footer")],
    stop: { label: t("pageReports.stop"), url: stopUrl(address, "reports") },
  }),
  pageReportAnswer: ({ t }: MailTranslator, { answer, ...about }: AnswerProps, address: string): Letter => ({
    subject: t("pageReportAnswer.subject", about),
    title: t("pageReportAnswer.title", about),
    paragraphs: [t("pageReportAnswer.text", about)],
    quote: answer,
    button: { label: t("pageReportAnswer.button"), url: `${env().APP_URL}/library` },
    footer: [t("pageReportAnswer.footer")],
    stop: { label: t("pageReports.stop"), url: stopUrl(address, "reports") },
  }),
};
