import type { Route } from "next";
import type { ReactNode } from "react";
import type { Translator } from "@/messages/translators";
import { Anchor } from "../ui/anchor";
import { Chip } from "../ui/chip";
import { ActivitySentence, type SentenceEntry } from "./activity-sentence";
import { activityPath } from "./activity-path";
import { partnerPath } from "./partner-links";

export type Entry = SentenceEntry & {
  id: string;
  at: Date;
  acronym: string | null;
  /** Done by a link of an e-mail. */
  byLink: boolean;
  person: string | null;
  personId: string | null;
  organisation: { id: string; shortName: string; country: string; hue: number } | null;
};

/** How the lines of a feed are shown. */
export type LineStyle = {
  /** The translator of events and its locale. */
  t: Translator;
  locale: string;
  onOutput?: boolean;
  /** In a feed of several projects each line names its project. */
  withProject?: boolean;
};

type Props = LineStyle & { entry: Entry; count?: number; time: ReactNode; mark?: ReactNode };

function Name({ entry: { slug, personId, person, organisation }, t }: { entry: Entry; t: Translator }) {
  if (personId === null) return null;
  if (person === null) return <>{t("people.former", { organisation: organisation?.shortName ?? "" })} </>;
  return (
    <>
      {slug === null ? (
        <bdi className="font-semibold">{person}</bdi>
      ) : (
        <Anchor href={activityPath(slug, { personId })} className="font-semibold underline-offset-4 hover:underline">
          <bdi>{person}</bdi>
        </Anchor>
      )}{" "}
    </>
  );
}

/** One activity, or several of the same kind: the organisation, who did what, and when. */
export function ActivityLine({ entry, count, time, mark, t, locale, onOutput = false, withProject = false }: Props) {
  const { organisation, slug, acronym } = entry;
  return (
    <div className="feed-row" data-activity={count === undefined ? entry.id : undefined}>
      <span className="feed-organisation">
        {organisation ? (
          <Chip
            {...organisation}
            name={organisation.shortName}
            href={slug === null ? undefined : partnerPath(slug, organisation.id)}
          />
        ) : null}
      </span>
      <span className="feed-text">
        {mark}
        <span lang={locale}>
          <Name entry={entry} t={t} />
          <ActivitySentence {...{ entry, t, locale, onOutput }} {...(count === undefined ? {} : { count })} />
          {entry.byLink && count === undefined ? <span className="text-ink-soft"> ({t("people.byLink")})</span> : null}
        </span>
        {withProject && slug !== null ? (
          <Anchor
            href={`/projects/${slug}` as Route}
            className="text-ink-soft ms-2 text-sm underline-offset-4 hover:underline"
          >
            {acronym}
          </Anchor>
        ) : null}
      </span>
      <span className="feed-time">{time}</span>
    </div>
  );
}
