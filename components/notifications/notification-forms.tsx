"use client";

import type { Mutable } from "@/domain/notifications";
import type { ReadNotifications } from "@/domain/schemas/notifications";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import type { ButtonKind } from "../ui/button-style";

type Common = { label: string; next: string };

/** Marks some notifications as read, or all. */
export function ReadForm({
  which,
  label,
  next,
  kind = "quiet",
}: Common & { which: ReadNotifications; kind?: ButtonKind }) {
  return (
    <MutationForm
      draft={null}
      post={{ procedure: "notifications.read", fixed: which, next }}
      submit={label}
      submitKind={kind}
      mutate={() => trpc.notifications.read.mutate(which)}
      onDone={useRefresh()}
    >
      {null}
    </MutationForm>
  );
}

/** Mutes a subject, or ends its muting. */
export function MuteForm({ subject, muted, label, next }: Common & { subject: Mutable; muted: boolean }) {
  const { type, id } = subject;
  const act = muted ? "unmute" : "mute";
  return (
    <MutationForm
      draft={null}
      post={{ procedure: `notifications.${act}`, fixed: { subject: { type, id } }, next }}
      submit={label}
      submitKind="quiet"
      mutate={() => trpc.notifications[act].mutate({ subject: { type, id } })}
      onDone={useRefresh()}
    >
      {null}
    </MutationForm>
  );
}
