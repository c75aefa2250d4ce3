import type { Reader } from "@/messages/formatters";
import type { Letter } from "./letter";
import { mailTranslator, type MailTranslator } from "./mail-translator";
import type { StopKind } from "./stop";
import { accountLetters } from "./templates/account";
import { digestLetters } from "./templates/digest";
import { followLetters } from "./templates/follows";
import { projectLetters } from "./templates/project";
import { weeklyLetters } from "./templates/weekly";
import { reportLetters } from "./templates/reports";

/** Every kind of e-mail. */
export const letters = {
  ...accountLetters,
  ...digestLetters,
  ...weeklyLetters,
  ...followLetters,
  ...projectLetters,
  ...reportLetters,
};
export type Template = keyof typeof letters;
export const isTemplate = (name: string): name is Template => Object.hasOwn(letters, name);

/** Which link stops an e-mail; null for those about an account, which its owner needs to keep control of it. */
export const stopKindOf: { readonly [T in Template]: StopKind | null } = {
  confirm: null,
  already_registered: null,
  sign_in: null,
  identity: null,
  account_changed: null,
  reset: null,
  invitation: "invitations",
  reminder: "reminders",
  reviewReminder: "reminders",
  late: "reminders",
  news: "news",
  mention: "news",
  digest: "news",
  followed: "follows",
  weekly: "letters",
  quiet: "reminders",
  pageReports: "reports",
  pageReportAnswer: "reports",
};

type Composed = { letter: Letter; html: string; text: string };

/** Writes an e-mail in the language and time zone of its reader, as HTML and as plain text. */
export async function composeMail(
  template: Template,
  props: Record<string, unknown>,
  address: string,
  reader: Reader,
): Promise<Composed> {
  const translator = await mailTranslator(reader);
  const compose = letters[template] as (
    translator: MailTranslator,
    props: Record<string, unknown>,
    address: string,
  ) => Letter;
  const composed = compose(translator, props, address);
  const letter = { ...composed, footer: [...composed.footer, translator.t("noReply")] };
  // Imported on use, because the e-mail components take much memory.
  const { renderLetter } = await import("./letter");
  return { letter, ...(await renderLetter(letter, translator.locale)) };
}

/** The headers of an e-mail; those of RFC 8058 let mail programs stop it by one click. */
export const headersOf = ({ stop }: Letter): Record<string, string> => ({
  // Suppresses automatic replies such as absence notices.
  "Auto-Submitted": "auto-generated",
  ...(stop
    ? {
        "List-Unsubscribe": `<${stop.url.replace("/stop/", "/api/stop/")}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }
    : {}),
});
