"use client";

import { useTranslations } from "@/messages/use-translations";
import { useState } from "react";
import type { NameStandIn } from "@/domain/schemas/reviews";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { useMutation } from "../shared/use-mutation";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Select } from "../ui/select";

type Person = { personId: string; name: string; organisation: { shortName: string; country: string } };

/** Gives a review that is not given yet to somebody else; the people are loaded when the dialog opens. */
export function StandInForm({ reviewId }: { reviewId: string }) {
  const t = useTranslations("reviews.page");
  const refresh = useRefresh();
  const [people, setPeople] = useState<readonly Person[] | null>(null);
  const { run, pending, problem } = useMutation(() => trpc.reviews.standIns.query({ reviewId }));
  const open = async () => {
    const outcome = await run(undefined);
    if (outcome.done) setPeople(outcome.output);
  };
  const close = () => setPeople(null);
  return (
    <>
      <Button kind="quiet" size="small" icon="people" aria-disabled={pending} onClick={() => void open()}>
        {t("standIn")}
      </Button>
      {problem ? <p role="alert">{problem.sentence}</p> : null}
      <Dialog open={people !== null} onClose={close} title={t("standIn")} description={t("standInText")}>
        {people?.length === 0 ? <p>{t("standInNone")}</p> : null}
        {people && people.length > 0 ? (
          <MutationForm
            draft={null}
            submit={t("standIn")}
            mutate={(values) => trpc.reviews.nameStandIn.mutate({ ...values, reviewId } as NameStandIn)}
            onDone={() => {
              close();
              refresh();
            }}
          >
            <Field name="personId" label={t("standInPerson")} required>
              <Select
                placeholder=""
                options={people.map(({ personId, name, organisation }) => ({
                  value: personId,
                  label: `${name}, ${organisation.country} ${organisation.shortName}`,
                }))}
              />
            </Field>
          </MutationForm>
        ) : null}
      </Dialog>
    </>
  );
}
