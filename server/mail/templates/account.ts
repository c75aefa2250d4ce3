import { env } from "@/server/env";
import type { Letter } from "../letter";
import { type LinkProps, linkToken } from "../link-token";
import type { MailTranslator } from "../mail-translator";

type TokenProps = { name: string } & LinkProps;

const hours = (minutes: number) => Math.max(1, Math.round(minutes / 60));

/** E-mails about an account: each has one link, and its page does one thing after a button is pressed. */
export const accountLetters = {
  confirm: ({ t }: MailTranslator, props: TokenProps): Letter => ({
    subject: t("confirm.subject"),
    title: t("confirm.title", { name: props.name }),
    paragraphs: [t("confirm.text")],
    button: { label: t("confirm.button"), url: `${env().APP_URL}/confirm/${linkToken(props)}` },
    footer: [t("confirm.footer")],
  }),
  already_registered: ({ t }: MailTranslator, props: TokenProps): Letter => ({
    subject: t("already.subject"),
    title: t("already.title"),
    paragraphs: [t("already.text"), t("already.move")],
    button: { label: t("already.button"), url: `${env().APP_URL}/confirm/${linkToken(props)}` },
    footer: [t("already.footer")],
  }),
  sign_in: ({ t }: MailTranslator, props: TokenProps & { minutes: number }): Letter => ({
    subject: t("signIn.subject"),
    title: t("signIn.title"),
    paragraphs: [t("signIn.text", { minutes: props.minutes })],
    button: { label: t("signIn.button"), url: `${env().APP_URL}/sign-in/link/${linkToken(props)}` },
    footer: [t("signIn.footer")],
  }),
  identity: ({ t }: MailTranslator, props: TokenProps & { minutes: number }): Letter => ({
    subject: t("identity.subject"),
    title: t("identity.title"),
    paragraphs: [t("identity.text", { minutes: props.minutes })],
    button: { label: t("identity.button"), url: `${env().APP_URL}/sign-in/link/${linkToken(props)}?next=%2Faccount` },
    footer: [t("identity.footer")],
  }),
  account_changed: ({ t }: MailTranslator, props: { name: string; change: string; address: string }): Letter => ({
    subject: t(`accountChanged.${props.change}.subject`),
    title: t("accountChanged.title", { name: props.name }),
    paragraphs: [t(`accountChanged.${props.change}.text`, { address: props.address }), t("accountChanged.notYou")],
    button: { label: t("accountChanged.button"), url: `${env().APP_URL}/reset` },
    footer: [t("accountChanged.footer")],
  }),
  reset: ({ t }: MailTranslator, props: TokenProps & { minutes: number }): Letter => ({
    subject: t("reset.subject"),
    title: t("reset.title"),
    paragraphs: [t("reset.text", { hours: hours(props.minutes) })],
    button: { label: t("reset.button"), url: `${env().APP_URL}/reset/${linkToken(props)}` },
    footer: [t("reset.footer")],
  }),
};
