import type { Route } from "next";
import { outputCode } from "@/domain/outputs";
import { formatCalendarDate } from "@/messages/formatters";
import { getFormatter, getReader, getTranslations } from "@/messages/server";
import type { PartnerOutput, PartnerPerson, PartnerReview } from "@/server/activity/partner-work";
import { OutputStatusBadge } from "../outputs/output-status";
import { EmptyState } from "../ui/empty-state";
import { StatusBadge } from "../ui/status-badge";
import { RowHead, Table, Tbody, Td, Th, Thead } from "../ui/table";
import { TextLink } from "../ui/text-link";
import { activityPath } from "./activity-path";

const outputPath = (slug: string, outputId: string) => `/projects/${slug}/outputs/${outputId}`;

/** Outputs of an organisation with how they met their due dates. */
export async function PartnerOutputs({ slug, outputs }: { slug: string; outputs: readonly PartnerOutput[] }) {
  const [t, format, { locale }] = await Promise.all([getTranslations("activity.partner"), getFormatter(), getReader()]);
  if (outputs.length === 0) return <EmptyState title={t("outputsEmpty")} />;
  return (
    <Table caption={t("outputs")} stacked>
      <Thead>
        <Th>{t("output")}</Th>
        <Th>{t("status")}</Th>
        <Th>{t("due")}</Th>
        <Th>{t("submitted")}</Th>
        <Th>{t("outcome")}</Th>
      </Thead>
      <Tbody>
        {outputs.map(({ id, number, title, status, changedSinceApproval, dueOn, submittedAt, outcome }) => (
          <tr key={id}>
            <RowHead className="min-w-52">
              <TextLink href={outputPath(slug, id) as Route}>{`${outputCode(number)} ${title}`}</TextLink>
            </RowHead>
            <Td>
              <OutputStatusBadge output={{ status, changedSinceApproval }} />
            </Td>
            <Td label={t("due")}>{dueOn === null ? "–" : formatCalendarDate(locale, dueOn, "day")}</Td>
            <Td label={t("submitted")}>
              {submittedAt === null ? t("notSubmitted") : format.dateTime(submittedAt, { dateStyle: "medium" })}
            </Td>
            <Td>
              {outcome === null ? null : (
                <StatusBadge tone={outcome === "late" ? "late" : "approved"}>
                  {t(outcome === "late" ? "late" : "onTime")}
                </StatusBadge>
              )}
            </Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}

/** Reviews asked of an organisation. */
export async function PartnerReviews({ slug, reviews }: { slug: string; reviews: readonly PartnerReview[] }) {
  const [t, format] = await Promise.all([getTranslations("activity.partner"), getFormatter()]);
  if (reviews.length === 0) return <EmptyState title={t("reviewsEmpty")} />;
  const day = (at: Date) => format.dateTime(at, { dateStyle: "medium" });
  return (
    <Table caption={t("reviews")} stacked>
      <Thead>
        <Th>{t("review")}</Th>
        <Th>{t("reviewer")}</Th>
        <Th>{t("asked")}</Th>
        <Th>{t("given")}</Th>
        <Th>{t("outcome")}</Th>
      </Thead>
      <Tbody>
        {reviews.map((review) => (
          <tr key={review.id}>
            <RowHead className="min-w-52">
              <TextLink
                href={`${outputPath(slug, review.outputId)}/submissions/${review.submissionId}` as Route}
              >{`${outputCode(review.number)} ${review.title}`}</TextLink>{" "}
              <span className="text-ink-soft font-normal">{t("submission", { number: review.submission })}</span>
            </RowHead>
            <Td label={t("reviewer")}>{review.reviewer ?? t("former")}</Td>
            <Td label={t("asked")}>{day(review.askedAt)}</Td>
            <Td label={t("given")}>{review.givenAt === null ? "–" : day(review.givenAt)}</Td>
            <Td>{t(review.verdict ?? (review.open ? "waiting" : "not_given"))}</Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}

type PeopleProps = {
  slug: string;
  people: readonly PartnerPerson[];
  organisationId: string;
  period: { from?: string | undefined; to?: string | undefined };
};

/** The people who acted for an organisation, each with the feed of what they did. */
export async function PartnerPeople({ slug, people, organisationId, period }: PeopleProps) {
  const t = await getTranslations("activity.partner");
  if (people.length === 0) return <EmptyState title={t("peopleEmpty")} />;
  return (
    <Table caption={t("people")} className="max-w-xl">
      <Thead>
        <Th>{t("person")}</Th>
        <Th numeric>{t("activities")}</Th>
      </Thead>
      <Tbody>
        {people.map(({ id, name, activities }) => (
          <tr key={id}>
            <RowHead>{name ?? t("former")}</RowHead>
            <Td numeric>
              <TextLink href={activityPath(slug, { organisationId, personId: id, ...period })}>{activities}</TextLink>
            </Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
