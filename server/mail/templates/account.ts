import { env } from "@/server/env";
import type { Letter } from "../letter";
import { type LinkProps, linkToken } from "../link-token";
import type { Words } from "../words";

type TokenProps = { name: string } & LinkProps;

const hours = (minutes: number) => Math.max(1, Math.round(minutes / 60));

/** The mails of an account: each carries one link that does one thing after a button is pressed. */
export const accountLetters = {
  confirm: ({ t }: Words, props: TokenProps): Letter => ({
    subject: t("confirm.subject"),
    title: t("confirm.title", { name: props.name }),
    paragraphs: [t("confirm.text")],
    button: { label: t("confirm.button"), url: `${env().APP_URL}/confirm/${linkToken(props)}` },
    footer: [t("confirm.footer")],
  }),
  already_registered: ({ t }: Words, props: TokenProps): Letter => ({
    subject: t("already.subject"),
    title: t("already.title"),
    paragraphs: [t("already.text"), t("already.move")],
    button: { label: t("already.button"), url: `${env().APP_URL}/confirm/${linkToken(props)}` },
    footer: [t("already.footer")],
  }),
  sign_in: ({ t }: Words, props: TokenProps & { minutes: number }): Letter => ({
    subject: t("signIn.subject"),
    title: t("signIn.title"),
    paragraphs: [t("signIn.text", { minutes: props.minutes })],
    button: { label: t("signIn.button"), url: `${env().APP_URL}/sign-in/link/${linkToken(props)}` },
    footer: [t("signIn.footer")],
  }),
  reset: ({ t }: Words, props: TokenProps & { minutes: number }): Letter => ({
    subject: t("reset.subject"),
    title: t("reset.title"),
    paragraphs: [t("reset.text", { hours: hours(props.minutes) })],
    button: { label: t("reset.button"), url: `${env().APP_URL}/reset/${linkToken(props)}` },
    footer: [t("reset.footer")],
  }),
};
