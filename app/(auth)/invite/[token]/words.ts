import type { AbstractIntlMessages } from "next-intl";
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

/** The invitation page speaks the language of the invitation: its sentences, and those of the forms on it. */
export function invitationWords(wanted: string): { locale: MailLocale; messages: AbstractIntlMessages } {
  const locale = mailLocales.find((one) => one === wanted) ?? "en";
  const { page, kind, role, signUp, form, duplicates, types, ui, problems } = spoken[locale];
  const { required, invalid, unknown, offline } = problems;
  return {
    locale,
    messages: {
      invitation: { page, kind, role },
      people: { signUp },
      organisations: { form, duplicates },
      programme: { organisationTypes: types },
      ui,
      problems: {
        unknown,
        offline,
        invalid,
        field: { invalid, required },
        input: { invalid, required },
        rate: { limited: problems.limited },
        person: { password_short: problems.password_short, password_common: problems.password_common },
        organisation: {
          oid_invalid: problems.oid_invalid,
          pic_invalid: problems.pic_invalid,
          oid_taken: problems.oid_taken,
          pic_taken: problems.pic_taken,
          likely_duplicate: problems.likely_duplicate,
        },
        // A link that ended while one read the page is not found any more.
        invitation: {
          not_found: problems.not_pending,
          not_pending: problems.not_pending,
          expired: problems.expired,
        },
        participation: { ended: problems.ended },
        project: { already_in: problems.already_in, closed: problems.closed },
      },
    },
  };
}

/** What a link that has ended says, in one language. */
export function goneWords(locale: MailLocale) {
  const { goneTitle, goneText, home, signIn } = spoken[locale].page;
  return { title: goneTitle, text: goneText, home, signIn };
}
