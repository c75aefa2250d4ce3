import type { Route } from "next";
import type { ParticipationKind, ProjectRole } from "@/domain/actor";
import type { CalendarKind } from "@/domain/calendar";
import { outputCode } from "@/domain/outputs";
import type { SubmissionStatus } from "@/domain/reviews";
import { useTranslations } from "@/messages/use-translations";
import { SubmissionBadge } from "../reviews/submission-list";
import { Anchor } from "../ui/anchor";
import { Chip } from "../ui/chip";
import { CalendarDate, DateTime } from "../ui/date-time";
import { StatusBadge } from "../ui/status-badge";

const list = "divide-line border-line divide-y border-y";
const line = "flex flex-wrap items-baseline gap-x-3 gap-y-1 py-1.5";

type Day = {
  kind: CalendarKind;
  id: string;
  title: string;
  number: number | null;
  dueOn: string | null;
  person: string | null;
  organisation?: string;
};

/** What is due, with its day first. */
export function BriefingDays({ days, today, none }: { days: readonly Day[]; today: string; none: string }) {
  const t = useTranslations("projects.briefing");
  if (days.length === 0) return <p>{none}</p>;
  return (
    <ul className={list}>
      {days.map(({ kind, id, title, number, dueOn, person, organisation }) => (
        <li key={`${kind} ${id}`} className={line}>
          <span className="w-28 shrink-0 text-sm tabular-nums">
            {dueOn === null ? t("noDay") : <CalendarDate value={dueOn} />}
          </span>
          <span className="min-w-0 flex-1 basis-60 wrap-anywhere">
            {number === null ? "" : `${outputCode(number)} `}
            <bdi>{title}</bdi>{" "}
            <span className="text-ink-soft text-sm">
              {[t(`kinds.${kind}`), organisation, person].filter(Boolean).join(" · ")}
            </span>
          </span>
          {dueOn !== null && dueOn < today ? <StatusBadge tone="late">{t("late")}</StatusBadge> : null}
        </li>
      ))}
    </ul>
  );
}

type Decision = {
  id: string;
  outputId: string;
  number: number;
  title: string;
  status: SubmissionStatus;
  comment: string;
  decidedAt: Date;
};

/** The last decisions on outputs, with their words. */
export function BriefingDecisions({ slug, decisions }: { slug: string; decisions: readonly Decision[] }) {
  const t = useTranslations("projects.briefing");
  if (decisions.length === 0) return <p>{t("noDecisions")}</p>;
  return (
    <ul className={list}>
      {decisions.map(({ id, outputId, number, title, status, comment, decidedAt }) => (
        <li key={id} className="py-1.5">
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <Anchor href={`/projects/${slug}/outputs/${outputId}/submissions/${id}` as Route} className="link">
              {outputCode(number)} <bdi>{title}</bdi>
            </Anchor>
            <SubmissionBadge status={status} />
            <span className="text-ink-soft text-sm">
              <DateTime value={decidedAt} />
            </span>
          </p>
          {comment === "" ? null : <p className="text-ink-soft line-clamp-3 wrap-anywhere">{comment}</p>}
        </li>
      ))}
    </ul>
  );
}

type Partner = {
  id: string;
  organisation: string;
  country: string;
  hue: number;
  kind: ParticipationKind;
  people: readonly { name: string; role: ProjectRole; address: string | null }[];
};

/** The organisations of a project and whom to ask there. */
export function BriefingPartners({ partners }: { partners: readonly Partner[] }) {
  const t = useTranslations("projects");
  return (
    <ul className={list}>
      {partners.map(({ id, organisation, country, hue, kind, people }) => (
        <li key={id} className={line}>
          <span className="w-64 max-w-full shrink-0">
            <Chip name={organisation} country={country} hue={hue} />{" "}
            <span className="text-ink-soft text-sm">{t(`kinds.${kind}`)}</span>
          </span>
          <ul className="min-w-0 flex-1 basis-60">
            {people.map(({ name, role, address }) => (
              <li key={`${name} ${address ?? ""}`} className="wrap-anywhere">
                <bdi>{name}</bdi>{" "}
                <span className="text-ink-soft text-sm">
                  {[t(`roles.${role}`), address].filter(Boolean).join(" · ")}
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
