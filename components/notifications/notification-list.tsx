import type { Route } from "next";
import { subjectName } from "@/domain/notifications";
import { getReader, getTranslations } from "@/messages/server";
import { eventLocaleFor, eventTranslatorFor, type Translator } from "@/messages/translators";
import type { Notification } from "@/server/notifications/queries/list-notifications";
import { ActivityLine } from "../activity/activity-line";
import { Anchor } from "../ui/anchor";
import { Ago } from "../ui/date-time";
import { groupNotifications } from "./group-notifications";
import { MuteChoice, type Muting } from "./mute-choice";
import { ReadForm } from "./notification-forms";
import { ReadOnOpen } from "./read-on-open";

type Props = {
  items: readonly Notification[];
  /** The locale that the person chose for sentences of events. */
  language: string;
  /** The address of the list, to which forms without scripts return. */
  address: Route;
};

/** What a group is called: the output, the task, the practice, or where it happened. */
function nameOf({ event, subject, acronym }: Notification, t: Translator): string {
  const named = event && subjectName(event, subject);
  if (named) return named;
  if (subject.type === "organisation") return t("organisation");
  return subject.type === "account" ? t("account") : (acronym ?? t("project"));
}

/** What can be muted in the heading of a group: its subject, and the whole project. */
function choicesOf({ subject, muted, projectId, projectMuted, acronym }: Notification, name: string): Muting[] {
  const own = { subject, name, muted };
  if (projectId === null || acronym === null || subject.type === "project") return [own];
  return [own, { subject: { type: "project", id: projectId }, name: acronym, muted: projectMuted }];
}

/** True for the newest line of each thread of comments: its button is shown once. */
const isFirstOfThread = (group: readonly Notification[], index: number) =>
  group.findIndex(({ threadId }) => threadId === group[index]?.threadId) === index;

/** Notifications by subject, each with the reason why the person is told. */
export async function NotificationList({ items, language, address }: Props) {
  const { timeZone } = await getReader();
  const [t, sentences] = await Promise.all([
    getTranslations("notifications"),
    eventTranslatorFor({ locale: language, timeZone }),
  ]);
  const style = { t: sentences, locale: eventLocaleFor(language) };
  return (
    <ul className="grid gap-8" aria-label={t("list")}>
      {groupNotifications(items).map((group) => {
        const [newest] = group;
        if (!newest) return null;
        const { subject, acronym, path } = newest;
        const name = nameOf(newest, t);
        const unread = group.filter(({ readAt }) => readAt === null).map(({ id }) => id);
        return (
          <li key={`${subject.type}-${subject.id}`}>
            <ReadOnOpen ids={unread}>
              <div className="border-line flex flex-wrap items-center gap-x-3 gap-y-1 border-b pb-1">
                <h2 className="min-w-0 flex-1 basis-60 font-serif text-lg font-semibold wrap-anywhere">
                  {path === null ? name : <Anchor href={path as Route}>{name}</Anchor>}
                  {acronym !== null && acronym !== name ? (
                    <span className="text-ink-soft ms-2 font-sans text-sm font-normal">{acronym}</span>
                  ) : null}
                </h2>
                {unread.length > 0 ? <ReadForm which={{ ids: unread }} label={t("read")} next={address} /> : null}
                <MuteChoice label={t("mute")} choices={choicesOf(newest, name)} address={address} />
              </div>
              <ol className="feed divide-line divide-y">
                {group.map((item, index) => (
                  <li key={item.id} data-unread={item.readAt === null}>
                    <ActivityLine
                      entry={item}
                      {...style}
                      time={<Ago value={item.at} />}
                      mark={
                        item.readAt === null ? (
                          <span className="bg-accent-soft text-accent me-2 rounded-sm px-1.5 text-sm font-semibold">
                            {t("unreadMark")}
                          </span>
                        ) : null
                      }
                    />
                    <div className="text-ink-soft flex flex-wrap items-center gap-x-3 pb-2 text-sm lg:ps-48">
                      <span>{t(`why.${item.why}`)}</span>
                      {item.threadId !== null && isFirstOfThread(group, index) ? (
                        <MuteChoice
                          label={t("muteThread")}
                          choices={[
                            {
                              subject: { type: "thread", id: item.threadId },
                              name: t("thread"),
                              muted: item.threadMuted,
                            },
                          ]}
                          address={address}
                        />
                      ) : null}
                    </div>
                  </li>
                ))}
              </ol>
            </ReadOnOpen>
          </li>
        );
      })}
    </ul>
  );
}
