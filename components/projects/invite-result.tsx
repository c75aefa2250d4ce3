"use client";

import type { Route } from "next";
import { useTranslations } from "@/messages/use-translations";
import { Notice } from "../ui/notice";
import { TextLink } from "../ui/text-link";

export type Invited = {
  invited: string[];
  stopped: string[];
  known: string[];
  members: { address: string; name: string | null }[];
};

/** The result by address: invited, already invited, already a member, or invitations stopped. */
export function InviteResult({ results, seenAt }: { results: readonly Invited[]; seenAt?: Route | undefined }) {
  const t = useTranslations("projects.invite");
  const members = results.flatMap((result) => result.members);
  const all = (name: "invited" | "known" | "stopped") => results.flatMap((result) => result[name]).join(", ");
  const count = results.flatMap(({ invited }) => invited).length;
  return (
    <Notice tone={count > 0 ? "approved" : "info"} live title={t("done", { count })}>
      {count > 0 ? <p>{t("doneFor", { addresses: all("invited") })}</p> : null}
      {all("known") ? <p>{t("known", { addresses: all("known") })}</p> : null}
      {members.length > 0 ? (
        <p>
          {t("members", {
            people: members.map(({ address, name }) => (name ? `${name} (${address})` : address)).join(", "),
          })}
        </p>
      ) : null}
      {all("stopped") ? <p>{t("stopped", { addresses: all("stopped") })}</p> : null}
      {seenAt ? (
        <p>
          <TextLink href={seenAt}>{t("see")}</TextLink>
        </p>
      ) : null}
    </Notice>
  );
}
