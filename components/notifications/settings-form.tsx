"use client";

import { useState } from "react";
import { frequencies, mailKinds } from "@/domain/notifications";
import type { NotificationSettings } from "@/domain/schemas/notifications";
import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { Checkbox } from "../ui/choice";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";

const hours = Array.from({ length: 24 }, (_, hour) => hour);
/** 1 January 2024 was a Monday. */
const weekdays = Array.from({ length: 7 }, (_, day) => day + 1);

type Props = {
  settings: NotificationSettings;
  /** In which the days of the week are named. */
  locale: string;
  /** The token of a link in an e-mail, for a person who is not signed in. */
  token?: string;
  /** The page shown after the form was posted without scripts, which says that it was saved. */
  next: string;
  /** True on that page. */
  wasSaved: boolean;
};

/** When the person wants which e-mails. */
export function SettingsForm({ settings, locale, token, next, wasSaved }: Props) {
  const t = useTranslations("notifications.settings");
  const refresh = useRefresh();
  const [saved, setSaved] = useState(wasSaved);
  const dayName = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  const hourName = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone: "UTC" });
  return (
    <>
      <MutationForm
        draft={null}
        post={
          token === undefined
            ? { procedure: "notifications.saveSettings", next }
            : { procedure: "public.saveMailSettings", fixed: { token }, next }
        }
        submit={t("save")}
        submitKind="plain"
        mutate={(values) => {
          const chosen = values as NotificationSettings;
          return token === undefined
            ? trpc.notifications.saveSettings.mutate(chosen)
            : trpc.public.saveMailSettings.mutate({ token, ...chosen });
        }}
        onDone={() => {
          setSaved(true);
          refresh();
        }}
      >
        {mailKinds.map((kind) => (
          <Field key={kind} name={kind} label={t(kind)} hint={t(`${kind}Hint`)} required>
            <Select
              defaultValue={settings[kind]}
              options={frequencies.map((value) => ({ value, label: t(`frequency.${value}`) }))}
            />
          </Field>
        ))}
        <div className="grid gap-5 sm:grid-cols-2">
          <Field name="hour" label={t("hour")} hint={t("hourHint")} required>
            <Select
              defaultValue={String(settings.hour)}
              options={hours.map((hour) => ({
                value: String(hour),
                label: hourName.format(new Date(Date.UTC(2024, 0, 1, hour))),
              }))}
            />
          </Field>
          <Field name="weekday" label={t("weekday")} required>
            <Select
              defaultValue={String(settings.weekday)}
              options={weekdays.map((day) => ({
                value: String(day),
                label: dayName.format(new Date(Date.UTC(2024, 0, day))),
              }))}
            />
          </Field>
        </div>
        <Checkbox
          name="reminders"
          label={t("reminders")}
          hint={t("remindersHint")}
          defaultChecked={settings.reminders}
        />
        <Checkbox name="letter" label={t("letter")} hint={t("letterHint")} defaultChecked={settings.letter} />
        <Field name="pausedUntil" label={t("pausedUntil")} hint={t("pausedUntilHint")}>
          <Input type="date" defaultValue={settings.pausedUntil ?? ""} />
        </Field>
      </MutationForm>
      {saved ? (
        <p role="status" className="mt-2">
          {t("saved")}
        </p>
      ) : null}
    </>
  );
}
