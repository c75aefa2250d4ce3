import type { AbstractIntlMessages } from "next-intl";
import type { FrameLabels } from "@/components/shared/public-frame";
import type { ProblemTexts } from "@/components/shared/problem-sentences";
import { type MailLocale, mailLocales } from "@/domain/people";
import german from "@/messages/de/invitation.json";
import greek from "@/messages/el/invitation.json";
import english from "@/messages/en/invitation.json";
import spanish from "@/messages/es/invitation.json";
import french from "@/messages/fr/invitation.json";
import italian from "@/messages/it/invitation.json";
import polish from "@/messages/pl/invitation.json";

const messagesOf: Record<MailLocale, typeof english> = {
  en: english,
  de: german,
  el: greek,
  es: spanish,
  fr: french,
  it: italian,
  pl: polish,
};

type ProblemMessages = (typeof english)["problems"];

/** Branches of the error messages of the page's mutations. */
function problemTexts(texts: ProblemMessages): ProblemTexts {
  const { unknown, offline, invalid, required, too_long } = texts;
  return {
    unknown,
    offline,
    invalid,
    field: { invalid: texts.format, required, too_long },
    input: { invalid, required, too_long },
    rate: { limited: texts.limited },
    origin: { foreign: texts.foreign },
    person: {
      password_short: texts.password_short,
      password_common: texts.password_common,
      address_invalid: texts.address_invalid,
      token_invalid: texts.link_invalid,
      sign_up_closed: texts.sign_up_closed,
      signed_out: texts.signed_out,
      other: texts.other_person,
    },
    organisation: {
      not_found: texts.organisation_gone,
      oid_invalid: texts.oid_invalid,
      pic_invalid: texts.pic_invalid,
      website_invalid: texts.website_invalid,
      country_unknown: texts.country_unknown,
      oid_taken: texts.oid_taken,
      pic_taken: texts.pic_taken,
      likely_duplicate: texts.likely_duplicate,
      already_member: texts.already_member,
    },
    // Occurs when the link ended while the page was open.
    invitation: { not_found: texts.not_pending, not_pending: texts.not_pending, expired: texts.expired },
    participation: { ended: texts.ended },
    project: { already_in: texts.already_in, closed: texts.closed },
  };
}

type InvitationMessages = { locale: MailLocale; messages: AbstractIntlMessages; problems: ProblemTexts };

/** Messages of the invitation page and its forms in the language of the invitation. */
export function invitationMessages(wanted: string): InvitationMessages {
  const locale = localeOf(wanted);
  const { page, kind, role, signUp, form, duplicates, types, ui, problems } = messagesOf[locale];
  return {
    locale,
    messages: {
      invitation: { page, kind, role },
      people: { signUp },
      organisations: { form, duplicates },
      programme: { organisationTypes: types },
      ui,
    },
    problems: problemTexts(problems),
  };
}

/** The wanted language where there are texts in it, else another. */
export const localeOf = (wanted: unknown, otherwise: MailLocale = "en"): MailLocale =>
  mailLocales.find((one) => one === wanted) ?? otherwise;

/** Labels of the header and the footer, in the language of the invitation. */
export const frameLabels = (locale: MailLocale): FrameLabels => messagesOf[locale].shell;

/** Messages after declining, in the language of the invitation. */
export function declinedMessages(wanted: unknown) {
  const locale = localeOf(wanted);
  const { declinedTitle, home } = messagesOf[locale].page;
  return { locale, title: declinedTitle, home };
}

/** Messages for an ended link, in the language of the link or another one. */
export function goneMessages(wanted: unknown, otherwise: MailLocale) {
  const locale = localeOf(wanted, otherwise);
  const { goneTitle, goneText, home, signIn } = messagesOf[locale].page;
  return { locale, title: goneTitle, text: goneText, home, signIn };
}
