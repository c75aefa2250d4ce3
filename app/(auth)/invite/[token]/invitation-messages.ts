import type { AbstractIntlMessages } from "next-intl";
import type { ProblemTexts } from "@/components/shared/problem-sentences";
import { type MailLocale, mailLocales } from "@/domain/people";
import german from "@/messages/de/invitation.json";
import greek from "@/messages/el/invitation.json";
import english from "@/messages/en/invitation.json";
import spanish from "@/messages/es/invitation.json";
import french from "@/messages/fr/invitation.json";
import italian from "@/messages/it/invitation.json";
import polish from "@/messages/pl/invitation.json";

const spoken: Record<MailLocale, typeof english> = {
  en: english,
  de: german,
  el: greek,
  es: spanish,
  fr: french,
  it: italian,
  pl: polish,
};

type Told = (typeof english)["problems"];

/** Branches of the error messages of the page's mutations. */
function problemTexts(told: Told): ProblemTexts {
  const { unknown, offline, invalid, required, too_long } = told;
  return {
    unknown,
    offline,
    invalid,
    field: { invalid: told.format, required, too_long },
    input: { invalid, required, too_long },
    rate: { limited: told.limited },
    origin: { foreign: told.foreign },
    person: {
      password_short: told.password_short,
      password_common: told.password_common,
      address_invalid: told.address_invalid,
      token_invalid: told.link_invalid,
      sign_up_closed: told.sign_up_closed,
      signed_out: told.signed_out,
    },
    organisation: {
      not_found: told.organisation_gone,
      oid_invalid: told.oid_invalid,
      pic_invalid: told.pic_invalid,
      website_invalid: told.website_invalid,
      country_unknown: told.country_unknown,
      oid_taken: told.oid_taken,
      pic_taken: told.pic_taken,
      likely_duplicate: told.likely_duplicate,
      already_member: told.already_member,
    },
    // Occurs when the link ended while the page was open.
    invitation: { not_found: told.not_pending, not_pending: told.not_pending, expired: told.expired },
    participation: { ended: told.ended },
    project: { already_in: told.already_in, closed: told.closed },
  };
}

type Words = { locale: MailLocale; messages: AbstractIntlMessages; problems: ProblemTexts };

/** Messages of the invitation page and its forms in the language of the invitation. */
export function invitationMessages(wanted: string): Words {
  const locale = mailLocales.find((one) => one === wanted) ?? "en";
  const { page, kind, role, signUp, form, duplicates, types, ui, problems } = spoken[locale];
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

/** Message for an ended link, in one language. */
export function goneMessages(locale: MailLocale) {
  const { goneTitle, goneText, home, signIn } = spoken[locale].page;
  return { title: goneTitle, text: goneText, home, signIn };
}
