import { regionOf } from "@/domain/people";
import { formatCalendarDate } from "@/messages/formatters";
import { env } from "@/server/env";
import type { Weekly } from "@/server/notifications/queries/read-weekly";
import type { Letter } from "../letter";
import type { MailTranslator } from "../mail-translator";
import { stopUrl } from "../stop";

type QuietProps = { project: string; slug: string; organisation: string; since: string };

/** E-mails about the progress of a project: the week for its coordinators, and a notice to a quiet organisation. */
export const weeklyLetters = {
  weekly: ({ t, locale }: MailTranslator, weekly: Weekly, address: string): Letter => {
    const { project, slug, moved, late, lateCount, quiet, quietDays } = weekly;
    const url = `${env().APP_URL}/projects/${slug}`;
    const day = (date: string) => formatCalendarDate(regionOf(locale), date, "longDay");
    const lateLines = late.map(
      ({ organisation, dueOn, ...item }) => `${organisation}: ${t("late.item", { ...item, date: day(dueOn) })}`,
    );
    const more = lateCount - late.length;
    return {
      subject: t("weekly.subject", { project }),
      title: t("weekly.title", { project }),
      paragraphs: [],
      sections: [
        {
          title: t("weekly.moved"),
          url: `${url}/activity`,
          lines: moved.length > 0 ? moved : [t("weekly.nothing")],
        },
        ...(late.length > 0
          ? [
              {
                title: t("weekly.late"),
                url: `${url}/tasks`,
                lines: [...lateLines, ...(more > 0 ? [t("late.more", { count: more })] : [])],
              },
            ]
          : []),
        ...(quiet.length > 0
          ? [
              {
                title: t("weekly.quiet", { days: quietDays }),
                url: `${url}/consortium`,
                lines: quiet.map(({ organisation, since }) =>
                  t("weekly.quietSince", { organisation, date: day(since) }),
                ),
              },
            ]
          : []),
      ],
      button: { label: t("weekly.button"), url },
      footer: [t("weekly.footer")],
      stop: { label: t("weekly.stop"), url: stopUrl(address, "letters") },
    };
  },
  quiet: ({ t, locale }: MailTranslator, { slug, since, ...about }: QuietProps, address: string): Letter => {
    const values = { ...about, date: formatCalendarDate(regionOf(locale), since, "longDay") };
    return {
      subject: t("quiet.subject", values),
      title: t("quiet.title", values),
      paragraphs: [t("quiet.text", values), t("quiet.private")],
      button: { label: t("weekly.button"), url: `${env().APP_URL}/projects/${slug}` },
      footer: [t("quiet.footer")],
      stop: { label: t("reminder.stop"), url: stopUrl(address, "reminders") },
    };
  },
};
