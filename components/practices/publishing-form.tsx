"use client";

import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { Checkbox } from "../ui/choice";

/** Chooses who may publish the practices of a project. */
export function PublishingForm({ projectId, ownersPublish }: { projectId: string; ownersPublish: boolean }) {
  const t = useTranslations("practices.publishing");
  return (
    <MutationForm
      draft={null}
      submit={t("save")}
      submitKind="plain"
      mutate={(values) =>
        trpc.practices.setPublishers.mutate({ projectId, ownersPublish: values["ownersPublish"] === true })
      }
      onDone={useRefresh()}
    >
      <Checkbox name="ownersPublish" label={t("owners")} defaultChecked={ownersPublish} />
    </MutationForm>
  );
}
