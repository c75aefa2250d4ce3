"use client";

import { useTranslations } from "@/messages/use-translations";
import type { Acknowledge } from "@/domain/schemas/reviews";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { CalendarDate } from "../ui/date-time";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

type Props = { reviewId: string; answerBy: string | null; first: string; last: string };

/** Says by which day the reviewer answers, for a review that cannot be given at once. */
export function AcknowledgeForm({ reviewId, answerBy, first, last }: Props) {
  const t = useTranslations("reviews.form");
  const refresh = useRefresh();
  return (
    <details key={answerBy}>
      <summary className="link w-fit">
        {answerBy === null
          ? t("acknowledge")
          : t.rich("acknowledged", { d: () => <CalendarDate value={answerBy} style="long" /> })}
      </summary>
      <div className="grid gap-3 pt-3">
        <p className="max-w-prose">{t("acknowledgeText")}</p>
        <MutationForm
          draft={null}
          post={{ procedure: "reviews.acknowledge", fixed: { reviewId } }}
          submit={t("acknowledgeSend")}
          mutate={(values) => trpc.reviews.acknowledge.mutate({ ...values, reviewId } as Acknowledge)}
          onDone={() => refresh()}
        >
          <Field name="answerBy" label={t("answerBy")} required className="max-w-60">
            <Input type="date" defaultValue={answerBy ?? ""} min={first} max={last} />
          </Field>
        </MutationForm>
      </div>
    </details>
  );
}
