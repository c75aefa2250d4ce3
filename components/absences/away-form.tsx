"use client";

import { useState } from "react";
import type { SetAway } from "@/domain/schemas/people";
import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { useMutation } from "../shared/use-mutation";
import { Button } from "../ui/button";
import { CalendarDate } from "../ui/date-time";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";

type Props = {
  away: { until: string; standInId: string | null } | null;
  colleagues: readonly { id: string; name: string }[];
  /** The day and the time zone in which the page is shown. */
  today: string;
  timeZone: string;
};

/** Ends the absence. */
function BackButton() {
  const t = useTranslations("people.absence");
  const refresh = useRefresh();
  const { run, pending, problem } = useMutation(() => trpc.people.comeBack.mutate());
  const end = async () => {
    if ((await run(undefined)).done) refresh();
  };
  return (
    <>
      <Button kind="quiet" aria-disabled={pending} onClick={() => void end()}>
        {t("back")}
      </Button>
      {problem ? <p role="alert">{problem.sentence}</p> : null}
    </>
  );
}

/** Says until when the person is away, and who stands in. */
export function AwayForm({ away, colleagues, today, timeZone }: Props) {
  const t = useTranslations("people.absence");
  const refresh = useRefresh();
  // A new form after each change shows what is stored.
  const [saves, setSaves] = useState(0);
  const name = colleagues.find(({ id }) => id === away?.standInId)?.name;
  return (
    <>
      <p role="status" className="mb-4 empty:hidden">
        {away
          ? t.rich(name === undefined ? "awayAlone" : "away", {
              name: name ?? "",
              day: () => <CalendarDate value={away.until} style="long" />,
            })
          : null}
      </p>
      <MutationForm
        key={`${String(saves)} ${away?.until ?? ""}`}
        draft={null}
        post={{ procedure: "people.setAway", fixed: { timeZone }, next: "/account" }}
        submit={t(away ? "change" : "save")}
        submitKind="plain"
        mutate={(values) => trpc.people.setAway.mutate({ ...values, timeZone } as SetAway)}
        onDone={() => {
          setSaves(saves + 1);
          refresh();
        }}
        beside={away ? <BackButton /> : null}
      >
        <Field name="until" label={t("until")} hint={t("untilHint")} required className="max-w-60">
          <Input type="date" defaultValue={away?.until} min={today} />
        </Field>
        <Field name="standInId" label={t("standIn")} hint={t("standInHint")}>
          <Select
            defaultValue={away?.standInId ?? ""}
            placeholder={t("nobody")}
            options={colleagues.map(({ id, name: label }) => ({ value: id, label }))}
          />
        </Field>
      </MutationForm>
    </>
  );
}
