"use client";

import { useTranslations } from "@/messages/use-translations";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Textarea } from "../ui/textarea";

type Props = {
  token: string;
  /** The version that the page shows. */
  version: number;
  submit: string;
  /** The label of the text; null for links that take none. */
  text: string | null;
  textRequired: boolean;
  /** The label of the day, and the days that it can be; null for links that take none. */
  day: { label: string; first: string; last: string } | null;
  /** The page shown afterwards. */
  next: string;
};

const textOf = (value: unknown) => (typeof value === "string" ? value : "");

/** Confirms what a link of an e-mail is for; works without scripts. */
export function ActLinkForm({ token, version, submit, text, textRequired, day, next }: Props) {
  return (
    <MutationForm
      draft={null}
      post={{ procedure: "actLinks.act", fixed: { token, version }, next }}
      submit={submit}
      mutate={(values) =>
        trpc.actLinks.act.mutate({
          ...{ token, version, text: textOf(values["text"]) },
          answerBy: textOf(values["answerBy"]),
        })
      }
      onDone={() => window.location.assign(next)}
    >
      {text === null ? null : (
        <Field name="text" label={text} required={textRequired}>
          <Textarea rows={4} maxLength={1_000} />
        </Field>
      )}
      {day === null ? null : (
        <Field name="answerBy" label={day.label} required className="max-w-60">
          <Input type="date" min={day.first} max={day.last} />
        </Field>
      )}
    </MutationForm>
  );
}

/** Ends all links of the person, for somebody else who got the e-mail. */
export function NotMeForm({ token, next }: { token: string; next: string }) {
  const t = useTranslations("act.page");
  return (
    <MutationForm
      draft={null}
      post={{ procedure: "actLinks.disown", fixed: { token }, next }}
      submit={t("notMe")}
      submitKind="danger"
      mutate={() => trpc.actLinks.disown.mutate({ token })}
      onDone={() => window.location.assign(next)}
    >
      {null}
    </MutationForm>
  );
}
