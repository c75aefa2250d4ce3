"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import type { StartConversation } from "@/domain/schemas/conversations";
import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { ConfirmButton } from "../shared/confirm-button";
import { MutationForm } from "../shared/mutation-form";
import { useNewId } from "../shared/use-new-id";
import { RadioGroup } from "../ui/choice";
import { Field } from "../ui/field";
import type { SelectOption } from "../ui/select";
import { Textarea } from "../ui/textarea";

const longest = 4_000;

/** Says to the owner of a practice that an organisation wants to try it. */
export function StartConversationForm({
  practiceId,
  organisations,
}: {
  practiceId: string;
  organisations: readonly SelectOption[];
}) {
  const t = useTranslations("conversations.ask");
  const router = useRouter();
  const [id] = useState(() => uuid());
  return (
    <MutationForm
      draft={`conversation about ${practiceId}`}
      submit={t("submit")}
      submitIcon="mail"
      mutate={(values) => trpc.conversations.start.mutate({ ...values, id, practiceId } as StartConversation)}
      onDone={() => router.replace(`/conversations/${id}` as Route)}
    >
      <RadioGroup
        name="organisationId"
        legend={t("organisation")}
        required
        options={organisations}
        defaultValue={organisations[0]?.value}
      />
      <Field name="text" label={t("text")} hint={t("hint")} required>
        <Textarea rows={6} maxLength={longest} />
      </Field>
    </MutationForm>
  );
}

/** Writes a message; the form is empty again once it was sent. */
export function MessageForm({ conversationId }: { conversationId: string }) {
  const t = useTranslations("conversations.view");
  const refresh = useRefresh();
  const { id, key, renew } = useNewId();
  return (
    <MutationForm
      key={key}
      draft={`message ${conversationId}`}
      submit={t("send")}
      submitIcon="mail"
      mutate={({ text }) =>
        trpc.conversations.write.mutate({ id, conversationId, text: typeof text === "string" ? text : "" })
      }
      onDone={() => {
        renew();
        refresh();
      }}
    >
      <Field name="text" label={t("text")} required>
        <Textarea rows={4} maxLength={longest} />
      </Field>
    </MutationForm>
  );
}

type Actions = { conversationId: string; canClose: boolean; canBlock: boolean; canReopen: boolean };

/** Buttons to close, block and open a conversation. */
export function ConversationActions({ conversationId, canClose, canBlock, canReopen }: Actions) {
  const t = useTranslations("conversations.view");
  const refresh = useRefresh();
  return (
    <>
      {canClose ? (
        <ConfirmButton
          label={t("close")}
          icon="check"
          kind="plain"
          title={t("closeSure")}
          description={t("closeText")}
          mutate={() => trpc.conversations.close.mutate({ conversationId })}
          onDone={refresh}
        />
      ) : null}
      {canBlock ? (
        <ConfirmButton
          label={t("block")}
          icon="lock"
          kind="plain"
          title={t("blockSure")}
          description={t("blockText")}
          mutate={() => trpc.conversations.block.mutate({ conversationId })}
          onDone={refresh}
        />
      ) : null}
      {canReopen ? (
        <ConfirmButton
          label={t("reopen")}
          icon="undo"
          kind="plain"
          title={t("reopenSure")}
          description={t("reopenText")}
          mutate={() => trpc.conversations.reopen.mutate({ conversationId })}
          onDone={refresh}
        />
      ) : null}
    </>
  );
}
