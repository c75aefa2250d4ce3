"use client";

import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Notice } from "../ui/notice";
import { TextLink } from "../ui/text-link";

export type Invited = { invited: string[]; stopped: string[]; known: string[] };

/** The result by address: invited, already invited, or invitations stopped. */
export function InviteResult({ results, seenAt }: { results: readonly Invited[]; seenAt?: Route | undefined }) {
  const t = useTranslations("projects.invite");
  const all = (name: keyof Invited) => results.flatMap((result) => result[name]).join(", ");
  const count = results.flatMap(({ invited }) => invited).length;
  return (
    <Notice tone={count > 0 ? "approved" : "info"} live title={t("done", { count })}>
      {count > 0 ? <p>{t("doneFor", { addresses: all("invited") })}</p> : null}
      {all("known") ? <p>{t("known", { addresses: all("known") })}</p> : null}
      {all("stopped") ? <p>{t("stopped", { addresses: all("stopped") })}</p> : null}
      {seenAt ? (
        <p>
          <TextLink href={seenAt}>{t("see")}</TextLink>
        </p>
      ) : null}
    </Notice>
  );
}
