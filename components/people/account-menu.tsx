"use client";

import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ThemeSwitch } from "../shared/theme-switch";
import { Icon } from "../ui/icon";
import { leave } from "./enter";

type Props = { operator: boolean; demo: boolean; organisations: readonly { id: string; shortName: string }[] };

/** The links behind one's own name. */
export function AccountMenu({ operator, demo, organisations }: Props) {
  const t = useTranslations("people.shell");
  return (
    <>
      <Link href="/account">{t("account")}</Link>
      {organisations.slice(0, 5).map((organisation) => (
        <Link key={organisation.id} href={`/organisations/${organisation.id}` as Route}>
          {organisation.shortName}
        </Link>
      ))}
      <Link href="/welcome">{t("newOrganisation")}</Link>
      {demo ? <Link href="/outbox">{t("mails")}</Link> : null}
      {operator ? <Link href="/operator">{t("operator")}</Link> : null}
      <ThemeSwitch />
      <button type="button" onClick={() => void leave()}>
        <Icon name="sign-out" />
        {t("signOut")}
      </button>
    </>
  );
}
