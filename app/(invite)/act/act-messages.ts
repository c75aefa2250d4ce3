import { createTranslator } from "next-intl";
import type { ProblemTexts } from "@/components/shared/problem-sentences";
import type { MailLocale } from "@/domain/people";
import german from "@/messages/de/act.json";
import greek from "@/messages/el/act.json";
import english from "@/messages/en/act.json";
import spanish from "@/messages/es/act.json";
import french from "@/messages/fr/act.json";
import italian from "@/messages/it/act.json";
import { isolating } from "@/messages/isolate";
import polish from "@/messages/pl/act.json";
import { invitationMessages } from "../invite/[token]/invitation-messages";

const messagesOf: Record<MailLocale, typeof english> = {
  en: english,
  de: german,
  el: greek,
  es: spanish,
  fr: french,
  it: italian,
  pl: polish,
};

type Translate = (key: string, values?: Record<string, string | number>) => string;

/** Messages of the page of a link, and of its forms, in a language. */
export function actMessages(locale: MailLocale) {
  const { page, problems } = messagesOf[locale];
  const shared = invitationMessages(locale);
  const messages = { ...shared.messages, act: { page } };
  const t = isolating(createTranslator({ locale, messages, namespace: "act.page" })) as Translate;
  const own: ProblemTexts = {
    act_link: { invalid: problems.invalid, changed: problems.changed },
    review: { comment_missing: problems.reason, answer_by_outside: problems.answer_by },
    submission: { not_open: problems.changed },
    task: { due_outside: problems.due, due_unchanged: problems.due_unchanged, wrong_state: problems.wrong_state },
  };
  return { t, messages, problems: { ...shared.problems, ...own } };
}
