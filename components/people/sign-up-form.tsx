"use client";

import { useTranslations } from "@/messages/use-translations";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import { maxPasswordLength, minPasswordLength } from "@/domain/people";
import type { SignUp } from "@/domain/schemas/people";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { signIn } from "./authentication";

type Props = { next: string; invitation?: string; email?: string };

/** Name, address and password: the account is created at once, the address is confirmed by e-mail later. */
export function SignUpForm({ next, invitation, email }: Props) {
  const t = useTranslations("people.signUp");
  const [id] = useState(() => uuid());
  return (
    <MutationForm
      draft="sign up"
      post={{ procedure: "people.signUp", fixed: { id, invitation }, next }}
      submit={t("act")}
      mutate={async (values) => {
        const input = { ...values, id, invitation } as SignUp;
        const { signInToken } = await trpc.people.signUp.mutate(input);
        return signIn("link", { token: signInToken });
      }}
      onDone={(result) => window.location.assign(result.ok ? next : "/sign-in")}
    >
      <Field name="name" label={t("name")} hint={t("nameHint")} required>
        <Input autoComplete="name" maxLength={120} />
      </Field>
      <Field name="email" label={t("email")} hint={t("emailHint")} required>
        <Input type="email" autoComplete="email" maxLength={254} defaultValue={email} />
      </Field>
      <Field name="password" label={t("password")} hint={t("passwordHint", { length: minPasswordLength })} required>
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
