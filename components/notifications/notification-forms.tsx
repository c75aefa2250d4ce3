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

/** Mutes a subject, for good without `until`. */
export function MuteForm({ subject, until, label, next }: Common & { subject: Mutable; until?: Date }) {
  const input = { subject, ...(until ? { until } : {}) };
  return (
    <MutationForm
      draft={null}
      post={{ procedure: "notifications.mute", fixed: input, next }}
      submit={label}
      submitKind="quiet"
      mutate={() => trpc.notifications.mute.mutate(input)}
      onDone={useRefresh()}
    >
      {null}
    </MutationForm>
  );
}

/** Ends the muting of a subject. */
export function UnmuteForm({ subject, label, next }: Common & { subject: Mutable }) {
  return (
    <MutationForm
      draft={null}
      post={{ procedure: "notifications.unmute", fixed: { subject }, next }}
      submit={label}
      submitKind="quiet"
      mutate={() => trpc.notifications.unmute.mutate({ subject })}
      onDone={useRefresh()}
    >
      {null}
    </MutationForm>
  );
}
