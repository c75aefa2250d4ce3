"use client";

import { useTranslations } from "@/messages/use-translations";
import { type SubmitEvent, useRef, useState } from "react";
import { usePostedForm } from "../providers/page-actions";
import { type PostAnswer, postedFormField } from "../providers/posted-form";
import { useProblemSentence } from "../shared/problem-sentences";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Notice } from "../ui/notice";
import { signIn, type SignInResult } from "./authentication";

type State = { kind: "idle" | "working" | "mailed" } | { kind: "refused"; code: string };

const word = (value: FormDataEntryValue | null) => (typeof value === "string" ? value : "");

const emailOf = (answer: PostAnswer | null) =>
  typeof answer?.values["email"] === "string" ? answer.values["email"] : undefined;

// Loaded on use, because most people sign in by password.
const askForLink = (email: string): Promise<SignInResult> =>
  import("./mail-sign-in-link").then(
    ({ mailSignInLink }) => mailSignInLink(email),
    () => ({ ok: false, code: "offline" }),
  );

/** Sign-in by address and password, or by an e-mailed link. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations("people.signIn");
  const [state, setState] = useState<State>({ kind: "idle" });
  const { answer, action, field } = usePostedForm({ procedure: "sign-in", fixed: {}, lists: [], next });
  const sentence = useProblemSentence(state.kind === "refused" ? state.code : null);
  const refusal = sentence ?? (state.kind === "idle" ? answer?.sentence : null);
  const form = useRef<HTMLFormElement>(null);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (state.kind === "working") return;
    const values = new FormData(event.currentTarget);
    setState({ kind: "working" });
    const result = await signIn("password", {
      email: word(values.get("email")),
      password: word(values.get("password")),
    });
    if (result.ok) window.location.assign(next);
    else setState({ kind: "refused", code: result.code });
  };

  const mailLink = async () => {
    const email = form.current?.elements.namedItem("email");
    if (!(email instanceof HTMLInputElement) || !email.reportValidity()) return;
    setState({ kind: "working" });
    const outcome = await askForLink(email.value);
    setState(outcome.ok ? { kind: "mailed" } : { kind: "refused", code: outcome.code });
  };

  return (
    <form ref={form} action={action} onSubmit={(event) => void submit(event)} className="grid gap-5">
      {field === null ? null : <input type="hidden" name={postedFormField} value={field} />}
      {refusal ? (
        <Notice tone="late" live>
          {refusal}
        </Notice>
      ) : null}
      {state.kind === "mailed" ? (
        <Notice tone="approved" live title={t("mailedTitle")}>
          {t("mailed")}
        </Notice>
      ) : null}
      <Field name="email" label={t("email")} required>
        <Input type="email" autoComplete="username" maxLength={254} defaultValue={emailOf(answer)} />
      </Field>
      <Field name="password" label={t("password")} required>
        <Input type="password" autoComplete="current-password" maxLength={200} />
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" kind="primary" needsScript={false} aria-disabled={state.kind === "working"}>
          {t("act")}
        </Button>
        <Button kind="quiet" icon="mail" onClick={() => void mailLink()}>
          {t("byMail")}
        </Button>
      </div>
    </form>
  );
}
