import { getFormatter, getTranslations } from "@/messages/server";
import type { PartnerFigures } from "@/server/activity/partners";
import { TextLink } from "../ui/text-link";
import { countedFigures, figureLinks } from "./partner-links";

/** The numbers of this page: those of the table, and all activities. */
const listed = [...countedFigures, "activities"] as const;

type Props = { slug: string; figures: PartnerFigures; period: { from?: string | undefined; to?: string | undefined } };

/** The figures of one organisation in a period; each leads to what it counts. */
export async function FigureList({ slug, figures, period }: Props) {
  const [t, format] = await Promise.all([getTranslations("activity.figures"), getFormatter()]);
  const links = figureLinks(slug, figures.organisationId, period);
  const { reviewDays, lastActivity } = figures;
  const shown = [
    ...listed.map((name) => ({ name, value: String(figures[name]), href: figures[name] > 0 ? links[name] : null })),
    {
      name: "reviewDays",
      value: reviewDays === null ? "–" : t("days", { days: reviewDays }),
      href: links.reviewsGiven,
    },
    {
      name: "lastActivity",
      value: lastActivity === null ? t("none") : format.dateTime(lastActivity, { dateStyle: "medium" }),
      href: lastActivity === null ? null : links.lastActivity,
    },
  ];
  return (
    <>
      <dl className="border-line grid grid-cols-2 gap-x-6 border-t sm:grid-cols-3 lg:grid-cols-4">
        {shown.map(({ name, value, href }) => (
          <div key={name} className="border-line border-b py-3">
            <dt className="text-ink-soft text-sm">{t(name)}</dt>
            <dd className="text-lg font-semibold tabular-nums">
              {href === null ? value : <TextLink href={href}>{value}</TextLink>}
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-ink-soft mt-2 max-w-prose text-sm">{t("note")}</p>
    </>
  );
}
