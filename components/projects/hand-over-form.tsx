"use client";

import type { Route } from "next";
import { useState } from "react";
import type { ProjectRole } from "@/domain/actor";
import type { HandOverWork } from "@/domain/schemas/projects";
import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { Checkbox } from "../ui/choice";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { Select } from "../ui/select";
import { TextLink } from "../ui/text-link";

type Props = {
  member: { id: string; name: string; role: ProjectRole };
  colleagues: readonly { id: string; name: string; role: ProjectRole }[];
  mayGiveRole: boolean;
  reviewCount: number;
  briefing: Route;
};

/** Gives everything that waits for a member to a colleague, and says what was moved. */
export function HandOverForm({ member, colleagues, mayGiveRole, reviewCount, briefing }: Props) {
  const t = useTranslations("projects.handOver");
  const roles = useTranslations("projects.roles");
  const refresh = useRefresh();
  const [moved, setMoved] = useState<{ tasks: number; reviews: number; kept: number } | null>(null);
  const hasViewer = colleagues.some(({ role }) => role === "viewer");
  if (moved) {
    return (
      <Notice tone="approved">
        <p role="status">
          {t("done", moved)} {moved.kept > 0 ? t("kept", { count: moved.kept }) : null}
        </p>
        <p>
          <TextLink href={briefing}>{t("briefing")}</TextLink>
        </p>
      </Notice>
    );
  }
  return (
    <MutationForm
      draft={null}
      submit={t("submit")}
      submitKind="primary"
      mutate={(values) => trpc.projects.handOverWork.mutate({ ...values, memberId: member.id } as HandOverWork)}
      onDone={({ tasks, reviews }) => {
        setMoved({ tasks, reviews, kept: reviewCount - reviews });
        refresh();
      }}
    >
      <Field name="toMemberId" label={t("to")} hint={hasViewer ? t("viewerHint") : undefined} required>
        <Select
          placeholder={t("choose")}
          options={colleagues.map(({ id, name, role }) => ({ value: id, label: `${name} (${roles(role)})` }))}
        />
      </Field>
      {mayGiveRole && (hasViewer || member.role === "manager") ? (
        <Checkbox
          name="role"
          label={t("role", { role: member.role })}
          hint={t("roleHint", { role: member.role, name: member.name })}
        />
      ) : null}
    </MutationForm>
  );
}
