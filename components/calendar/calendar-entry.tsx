import { useTranslations } from "@/messages/use-translations";
import type { CalendarEntry } from "@/server/calendar/queries/list-calendar";
import { Anchor } from "../ui/anchor";
import { cn } from "../ui/cn";
import { Icon } from "../ui/icon";
import type { IconName } from "../ui/icon-paths";
import { entryPath } from "./calendar-links";

const icons = { output: "output", review: "review", task: "check" } as const satisfies Record<string, IconName>;

type Props = { entry: CalendarEntry; withProject: boolean; short?: boolean };

/** One thing that is due, with a link to its page; `short` in the cells of a month. */
export function Entry({ entry, withProject, short = false }: Props) {
  const t = useTranslations("calendar");
  const { kind, title, number, late, done, organisation, person, acronym } = entry;
  const name = kind === "task" ? title : t(kind, { number: String(number), title });
  const from = person ?? organisation;
  const kindName = t(`kinds.${kind}`);
  const about = withProject
    ? t("fromProject", { kind: kindName, from, project: acronym })
    : t("from", { kind: kindName, from });
  return (
    <div className={cn("flex min-w-0 items-start gap-1.5", short && "text-sm leading-snug")}>
      <Icon name={icons[kind]} size={short ? 14 : 18} className="text-ink-soft mt-0.5 shrink-0" />
      <div className="min-w-0">
        <Anchor
          href={entryPath(entry)}
          title={short ? `${name} – ${about}` : undefined}
          className={cn("link wrap-anywhere", short ? "line-clamp-2" : "font-semibold", done && "text-ink-soft")}
        >
          <bdi>{name}</bdi>
        </Anchor>
        {late || done ? (
          <span className={cn("text-sm", late ? "text-late font-semibold" : "text-ink-soft")}>
            {short ? "" : " "}
            {t(late ? "late" : "done")}
          </span>
        ) : null}
        {short ? null : <p className="text-ink-soft text-sm wrap-anywhere">{about}</p>}
      </div>
    </div>
  );
}
