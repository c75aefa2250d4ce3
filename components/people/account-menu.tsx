"use client";

import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Anchor } from "../ui/anchor";
import { ThemeSwitch } from "../shared/theme-switch";
import { Icon } from "../ui/icon";
import { leave } from "./enter";

type Props = { operator: boolean; demo: boolean; organisations: readonly { id: string; shortName: string }[] };

/** The links behind one's own name. */
export function AccountMenu({ operator, demo, organisations }: Props) {
  const t = useTranslations("people.shell");
  return (
    <>
      <Anchor href="/account">{t("account")}</Anchor>
      {organisations.slice(0, 5).map((organisation) => (
        <Anchor key={organisation.id} href={`/organisations/${organisation.id}` as Route}>
          {organisation.shortName}
        </Anchor>
      ))}
      <Anchor href="/welcome">{t("newOrganisation")}</Anchor>
      {demo ? <Anchor href="/outbox">{t("mails")}</Anchor> : null}
      {operator ? <Anchor href="/operator">{t("operator")}</Anchor> : null}
      <ThemeSwitch />
      <button type="button" onClick={() => void leave()}>
        <Icon name="sign-out" />
        {t("signOut")}
      </button>
    </>
  );
}
