"use client";

import { useTranslations } from "@/messages/use-translations";
import { useState } from "react";
import { maxPasswordLength, minPasswordLength } from "@/domain/people";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { useProblemSentence } from "../shared/problem-sentences";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Notice } from "../ui/notice";
import { signIn } from "./authentication";

const word = (value: unknown) => (typeof value === "string" ? value : "");

/** Redeems an e-mailed sign-in link after a click, because mail scanners open links but press no buttons. */
export function LinkSignIn({ token, next }: { token: string; next: string }) {
  const t = useTranslations("people.link");
  const [code, setCode] = useState<string | null>(null);
  const refusal = useProblemSentence(code);
  const [working, setWorking] = useState(false);
  const go = async () => {
    if (working) return;
    setWorking(true);
    const result = await signIn("link", { token });
    if (result.ok) window.location.assign(next);
    else {
      setCode(result.code);
      setWorking(false);
    }
  };
  return (
    <div className="grid justify-items-start gap-5">
      {refusal ? (
        <Notice tone="late" live>
          {refusal}
        </Notice>
      ) : null}
      <Button kind="primary" onClick={() => void go()} aria-disabled={working}>
        {t("act")}
      </Button>
    </div>
  );
}

/** Confirms an address; a browser that is not signed in to that account asks for its password. */
export function ConfirmForm({ token, signedIn }: { token: string; signedIn: boolean }) {
  const t = useTranslations("people.confirm");
  const [done, setDone] = useState<{ moved: boolean } | null>(null);
  const [needsPassword, setNeedsPassword] = useState(!signedIn);
  if (done) {
    return (
      <Notice tone="approved" live title={t("doneTitle")}>
        <p>{done.moved ? t("moved") : t("done")}</p>
        <p className="mt-2">
          <a className="link" href="/home">
            {t("go")}
          </a>
        </p>
      </Notice>
    );
  }
  return (
    <MutationForm
      draft={null}
      submit={t("act")}
      mutate={(values) => trpc.people.confirm.mutate({ token, password: word(values["password"]) })}
      onProblem={(problem) => {
        if (problem.code === "person.password_wrong") setNeedsPassword(true);
      }}
      onDone={setDone}
    >
      {needsPassword ? (
        <Field name="password" label={t("password")} hint={t("passwordHint")} required>
          <Input type="password" autoComplete="current-password" maxLength={maxPasswordLength} />
        </Field>
      ) : null}
    </MutationForm>
  );
}

/** Requests a link to choose a new password; the response is the same for every address. */
export function AskResetForm() {
  const t = useTranslations("people.reset");
  const [sent, setSent] = useState(false);
  if (sent) {
    return (
      <Notice tone="approved" live title={t("sentTitle")}>
        {t("sent")}
      </Notice>
    );
  }
  return (
    <MutationForm
      draft={null}
      submit={t("ask")}
      mutate={(values) => trpc.people.mailResetLink.mutate({ email: word(values["email"]) })}
      onDone={() => setSent(true)}
    >
      <Field name="email" label={t("email")} required>
        <Input type="email" autoComplete="username" maxLength={254} />
      </Field>
    </MutationForm>
  );
}

/** Sets a new password with an e-mailed link. */
export function ResetForm({ token }: { token: string }) {
  const t = useTranslations("people.reset");
  const [done, setDone] = useState(false);
  if (done) {
    return (
      <Notice tone="approved" live title={t("doneTitle")}>
        <a className="link" href="/sign-in">
          {t("signIn")}
        </a>
      </Notice>
    );
  }
  return (
    <MutationForm
      draft={null}
      submit={t("act")}
      mutate={(values) => trpc.people.resetPassword.mutate({ token, password: word(values["password"]) })}
      onDone={() => setDone(true)}
    >
      <Field name="password" label={t("password")} hint={t("hint", { length: minPasswordLength })} required>
        <Input
          type="password"
          autoComplete="new-password"
          minLength={minPasswordLength}
          maxLength={maxPasswordLength}
        />
      </Field>
    </MutationForm>
  );
}

/** Stops a kind of e-mail after a click. */
export function StopForm({ token, next }: { token: string; next: string }) {
  const t = useTranslations("people.stop");
  return (
    <MutationForm
      draft={null}
      post={{ procedure: "public.stopMail", fixed: { token }, next }}
      submit={t("act")}
      mutate={() => trpc.public.stopMail.mutate({ token })}
      // Loads the page anew, so that the choices on it are those that the stop leaves.
      onDone={() => window.location.assign(next)}
    >
      {null}
    </MutationForm>
  );
}
