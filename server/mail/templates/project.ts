import { actLinkDays } from "@/domain/act-links";
import { regionOf } from "@/domain/people";
import { invitationPath } from "@/domain/projects";
import { formatCalendarDate } from "@/messages/formatters";
import type { OfferedLink } from "../offer-links";
import { env } from "@/server/env";
import type { Letter } from "../letter";
import { type LinkProps, linkToken } from "../link-token";
import { stopUrl } from "../stop";
import type { MailTranslator } from "../mail-translator";

type InvitationProps = LinkProps & {
  title: string;
  acronym: string;
  organisation: string;
  kind: string;
  inviter: string;
  inviting: string;
  message: string;
  expiresAt: string;
  /** The organisation takes part already, so that the person is invited and not the organisation. */
  joined?: boolean;
};

type NewsProps = {
  what: string;
  path: string;
  /** The name of the person who caused the event; null for a closed account. */
  by?: string | null;
  values: Record<string, string | number>;
  quote: string;
  links?: readonly OfferedLink[];
  /** What is asked of a reviewer, and until when. */
  review?: { files: readonly string[]; dueOn: string | null };
};

type MentionProps = {
  /** The name of the author; null for a closed account. */
  by: string | null;
  path: string;
  /** The subject of the comment. */
  name: string;
  project: string;
};

type ReviewReminderProps = {
  stage: string;
  path: string;
  output: string;
  submission: number;
  project: string;
  dueOn: string;
  links?: readonly OfferedLink[];
};

type ReminderProps = {
  stage: string;
  /** True when the recipient's organisation leads the output, false when it contributes. Older jobs have no such value. */
  leads?: boolean;
  path: string;
  output: string;
  project: string;
  dueOn: string;
  links?: readonly OfferedLink[];
};

type LateProps = {
  /** Who sent the reminder; null for a closed account. */
  by: string | null;
  project: string;
  count: number;
  items: readonly { kind: string; name: string; dueOn: string }[];
};

/** The day of a moment in the reader's time zone. */
const dayOf = (moment: string, { locale, timeZone }: MailTranslator) =>
  new Intl.DateTimeFormat(regionOf(locale), { dateStyle: "long", timeZone }).format(new Date(moment));

/** The files of a review, and when it is needed. */
function reviewParagraphs(
  t: MailTranslator["t"],
  locale: string,
  { files, dueOn }: NonNullable<NewsProps["review"]>,
): string[] {
  const named = files.slice(0, mostFiles);
  const listed = new Intl.ListFormat(regionOf(locale), { type: "unit" }).format(named);
  return [
    t("review.files", { count: files.length, files: listed, more: files.length - named.length }),
    ...(dueOn === null ? [] : [t("review.due", { date: formatCalendarDate(regionOf(locale), dueOn, "longDay") })]),
  ];
}

/** The part of an e-mail with links that do one thing without a sign-in; nothing without links. */
function answerLinks(t: MailTranslator["t"], links: readonly OfferedLink[] = []): Pick<Letter, "links"> {
  if (links.length === 0) return {};
  const items = links.map(({ act, version, url }) => ({ label: t(`links.${act}`, { version }), url }));
  return { links: { items, note: t("links.note", { days: actLinkDays }) } };
}

/** How many files an e-mail names. */
const mostFiles = 10;

/** E-mails about a project: invitations, events and reminders. */
export const projectLetters = {
  invitation: (translator: MailTranslator, { joined, ...props }: InvitationProps, address: string): Letter => {
    const { t, locale } = translator;
    return {
      subject: t(joined ? "invitation.subjectPerson" : "invitation.subject", props),
      title: t("invitation.title", props),
      paragraphs: [
        joined
          ? t("invitation.textPerson", props)
          : t("invitation.text", { ...props, kind: t(`invitation.kind.${props.kind}`) }),
        t("invitation.next", { date: dayOf(props.expiresAt, translator) }),
      ],
      ...(props.message ? { quote: props.message } : {}),
      button: { label: t("invitation.button"), url: `${env().APP_URL}${invitationPath(linkToken(props), locale)}` },
      footer: [t("invitation.footer", props)],
      stop: { label: t("invitation.stop"), url: stopUrl(address, "invitations") },
    };
  },
  news: ({ t, locale }: MailTranslator, props: NewsProps, address: string): Letter => {
    // Jobs of earlier releases hold the name among their values.
    const values: NewsProps["values"] = {
      ...props.values,
      ...(props.by === undefined ? {} : { by: props.by ?? t("news.someone") }),
      ...Object.fromEntries(
        ["dueOn", "until"]
          .filter((name) => props.values[name])
          .map((name) => [name, formatCalendarDate(regionOf(locale), String(props.values[name]), "longDay")]),
      ),
    };
    const title = t(`news.${props.what}.title`, values);
    return {
      subject: values["project"] ? t("news.subject", { project: values["project"], title }) : title,
      title,
      paragraphs: [
        t(`news.${props.what}.text`, values),
        ...(props.review ? reviewParagraphs(t, locale, props.review) : []),
      ],
      ...(props.quote ? { quote: props.quote } : {}),
      button: { label: t(`news.${props.what}.button`), url: `${env().APP_URL}${props.path}` },
      ...answerLinks(t, props.links),
      footer: [t("news.footer")],
      stop: { label: t("news.stop"), url: stopUrl(address, "news") },
    };
  },
  mention: ({ t }: MailTranslator, { path, ...props }: MentionProps, address: string): Letter => {
    const values = { ...props, by: props.by ?? t("news.someone") };
    return {
      subject: t("mention.subject", values),
      title: t("mention.title", values),
      paragraphs: [t("mention.text", values)],
      button: { label: t("mention.button"), url: `${env().APP_URL}${path}` },
      footer: [t("news.footer")],
      stop: { label: t("news.stop"), url: stopUrl(address, "news") },
    };
  },
  reviewReminder: (
    { t, locale }: MailTranslator,
    { links, ...props }: ReviewReminderProps,
    address: string,
  ): Letter => {
    const values = { ...props, date: formatCalendarDate(regionOf(locale), props.dueOn, "longDay") };
    return {
      subject: t(`reviewReminder.${props.stage}.subject`, values),
      title: t(`reviewReminder.${props.stage}.title`, values),
      paragraphs: [t(`reviewReminder.${props.stage}.text`, values)],
      button: { label: t("reviewReminder.button"), url: `${env().APP_URL}${props.path}` },
      ...answerLinks(t, links),
      footer: [t("reviewReminder.footer")],
      stop: { label: t("reminder.stop"), url: stopUrl(address, "reminders") },
    };
  },
  reminder: (
    { t, locale }: MailTranslator,
    { leads = true, links, ...props }: ReminderProps,
    address: string,
  ): Letter => {
    const values = {
      output: props.output,
      project: props.project,
      date: formatCalendarDate(regionOf(locale), props.dueOn, "longDay"),
    };
    return {
      subject: t(`reminder.${props.stage}.subject`, values),
      title: t(`reminder.${props.stage}.title`, values),
      paragraphs: [t(`reminder.${props.stage}.${leads ? "text" : "textContributor"}`, values)],
      button: { label: t(`reminder.${props.stage}.button`), url: `${env().APP_URL}${props.path}` },
      ...answerLinks(t, links),
      footer: [t(leads ? "reminder.footer" : "reminder.footerContributor")],
      stop: { label: t("reminder.stop"), url: stopUrl(address, "reminders") },
    };
  },
  late: ({ t, locale }: MailTranslator, { items, ...props }: LateProps, address: string): Letter => {
    const values = { ...props, by: props.by ?? t("news.someone") };
    const lines = items.map(({ dueOn, ...item }) =>
      t("late.item", { ...item, date: formatCalendarDate(regionOf(locale), dueOn, "longDay") }),
    );
    const more = props.count - items.length;
    return {
      subject: t("late.subject", values),
      title: t("late.title", values),
      paragraphs: [t("late.text", values), ...new Set(lines), ...(more > 0 ? [t("late.more", { count: more })] : [])],
      button: { label: t("late.button"), url: `${env().APP_URL}/home` },
      footer: [t("late.footer")],
      stop: { label: t("reminder.stop"), url: stopUrl(address, "reminders") },
    };
  },
};
