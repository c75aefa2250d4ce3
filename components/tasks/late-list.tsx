import { outputCode } from "@/domain/outputs";
import { useTranslations } from "@/messages/use-translations";
import { Chip } from "../ui/chip";
import { CalendarDate } from "../ui/date-time";
import { StatusBadge } from "../ui/status-badge";

type Props = {
  late: readonly {
    organisationId: string;
    organisation: string;
    country: string;
    hue: number;
    remindedToday: boolean;
    count: number;
    items: readonly {
      kind: "task" | "output" | "contribution" | "review";
      id: string;
      title: string;
      number: number | null;
      dueOn: string;
    }[];
  }[];
};

/** What each organisation owes and is late, as its e-mail says. */
export function LateList({ late }: Props) {
  const t = useTranslations("tasks.reminders");
  return (
    <ul className="mb-6 grid gap-6">
      {late.map(({ organisationId, organisation, country, hue, remindedToday, count, items }) => (
        <li key={organisationId}>
          <p className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1">
            <Chip name={organisation} country={country} hue={hue} />
            <StatusBadge tone="late">{t("count", { count })}</StatusBadge>
            {remindedToday ? <StatusBadge tone="approved">{t("today")}</StatusBadge> : null}
          </p>
          <ul className="divide-line border-line divide-y border-y">
            {items.map((item) => (
              <li key={`${item.kind} ${item.id}`} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
                <span className="wrap-anywhere">
                  {item.number === null ? "" : `${outputCode(item.number)} `}
                  <bdi>{item.title}</bdi>
                </span>
                <span className="text-ink-soft text-sm">
                  {t(`kinds.${item.kind}`)} · {t.rich("due", { day: () => <CalendarDate value={item.dueOn} /> })}
                </span>
              </li>
            ))}
          </ul>
          {count > items.length ? <p className="pt-2">{t("more", { count: count - items.length })}</p> : null}
        </li>
      ))}
    </ul>
  );
}
