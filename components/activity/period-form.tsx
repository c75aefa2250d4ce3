import { addDays, addMonths, type IsoDate } from "@/domain/dates";
import { getTranslations } from "@/messages/server";
import { FilterForm } from "../shared/filter-form";
import { TextLink } from "../ui/text-link";
import { partnerPath } from "./partner-links";

type Props = {
  slug: string;
  organisationId: string;
  from: string;
  to: string;
  errors: { from?: string; to?: string };
  today: IsoDate;
};

/** Chooses the period of a partner's page, by day or with one click. */
export async function PeriodForm({ slug, organisationId, from, to, errors, today }: Props) {
  const [t, problems] = await Promise.all([getTranslations("activity.partner"), getTranslations("problems")]);
  const month = `${today.slice(0, 7)}-01`;
  const lastOf = (first: IsoDate) => addDays(addMonths(first, 1), -1);
  const quick = [
    { label: t("thisMonth"), from: month, to: lastOf(month) },
    { label: t("lastMonth"), from: addMonths(month, -1), to: addDays(month, -1) },
    { label: t("thisYear"), from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` },
  ];
  const day = (name: "from" | "to", value: string) => {
    const code = errors[name];
    return {
      kind: "date" as const,
      name,
      label: t(name),
      value,
      error: code === undefined ? undefined : problems(code),
    };
  };
  return (
    <div className="no-print mb-8">
      <FilterForm
        path={partnerPath(slug, organisationId)}
        label={t("period")}
        apply={t("apply")}
        clear={t("clear")}
        filters={[day("from", from), day("to", to)]}
      />
      <p className="-mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {quick.map(({ label, ...period }) => (
          <TextLink key={label} href={partnerPath(slug, organisationId, period)}>
            {label}
          </TextLink>
        ))}
      </p>
    </div>
  );
}
