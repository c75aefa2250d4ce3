"use client";

import { useState } from "react";
import type { NotificationSettings } from "@/domain/schemas/notifications";
import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { Checkbox } from "../ui/choice";

/** Which kinds of e-mail the person wants. */
export function SettingsForm({ settings }: { settings: NotificationSettings }) {
  const t = useTranslations("notifications.settings");
  const refresh = useRefresh();
  const [saved, setSaved] = useState(false);
  return (
    <>
      <MutationForm
        draft={null}
        submit={t("save")}
        submitKind="plain"
        mutate={(values) => trpc.notifications.saveSettings.mutate(values as NotificationSettings)}
        onDone={() => {
          setSaved(true);
          refresh();
        }}
      >
        <div>
          <Checkbox name="news" label={t("news")} hint={t("newsHint")} defaultChecked={settings.news} />
          <Checkbox
            name="reminders"
            label={t("reminders")}
            hint={t("remindersHint")}
            defaultChecked={settings.reminders}
          />
        </div>
      </MutationForm>
      {saved ? (
        <p role="status" className="mt-2">
          {t("saved")}
        </p>
      ) : null}
    </>
  );
}
