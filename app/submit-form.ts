"use server";

import { AuthError, CredentialsSignin } from "next-auth";
import type { Route } from "next";
import { redirect } from "next/navigation";
import { ZodError } from "zod";
import { put } from "@/components/shared/form-values";
import { type PostAnswer, postedFormField } from "@/components/providers/posted-form";
import { pathAfterSignIn } from "@/domain/people";
import { type PostedForm, postedFormInput } from "@/domain/schemas/posted-form";
import { getTranslations } from "@/messages/server";
import { env } from "@/server/env";
import { signIn } from "@/server/sign-in/auth";
import { callForForm, type FormRefusal } from "@/server/trpc/form-call";

type Values = Record<string, string | string[]>;

/** Null when the hidden field is missing or was changed. */
function postedIn(form: FormData): PostedForm | null {
  const field = form.get(postedFormField);
  try {
    return postedFormInput.parse(JSON.parse(typeof field === "string" ? field : ""));
  } catch (problem) {
    if (problem instanceof SyntaxError || problem instanceof ZodError) return null;
    throw problem;
  }
}

/** The fields that were filled in. */
function valuesOf(form: FormData, lists: readonly string[]): Values {
  const values: Values = Object.fromEntries(lists.map((name) => [name, []]));
  for (const [name, value] of form) {
    // Next adds fields of its own, whose names begin with "$".
    if (name === postedFormField || name.startsWith("$") || typeof value !== "string" || value === "") continue;
    const list = values[name];
    if (Array.isArray(list)) list.push(value);
    else values[name] = value;
  }
  return values;
}

function asInput(values: Values, fixed: Record<string, unknown>): Record<string, unknown> {
  const input = {};
  for (const [name, value] of Object.entries(values)) put(input, name, value);
  return { ...input, ...fixed };
}

/** The problem of a refused sign-in; null when it succeeded and set the cookie. */
async function refusedSignIn(provider: "password" | "link", fields: Record<string, unknown>): Promise<string | null> {
  try {
    await signIn(provider, { ...fields, redirect: false });
    return null;
  } catch (refused) {
    if (!(refused instanceof AuthError)) throw refused;
    return refused instanceof CredentialsSignin && refused.code === "rate_limited"
      ? "rate.limited"
      : "person.password_wrong";
  }
}

type Output = Readonly<Record<string, unknown>>;

/** A page whose address holds values of the output. */
const withOutput = (path: string, output: Output) =>
  path.replaceAll(/:(\w+)/gu, (_, name: string) => encodeURIComponent(String(output[name])));

async function answerOf(refusal: FormRefusal, values: Values): Promise<PostAnswer> {
  const t = await getTranslations("problems");
  const sentenceOf = (code: string, params: FormRefusal["params"], otherwise: string) =>
    t(t.has(code) ? code : otherwise, params);
  const shown = Object.entries(values).filter(([name]) => !/password|current/iu.test(name));
  return {
    code: refusal.code,
    sentence: sentenceOf(refusal.code, refusal.params, "unknown"),
    params: refusal.params,
    fields: Object.fromEntries(
      Object.entries(refusal.fields).map(([field, code]) => [
        field,
        { code, sentence: sentenceOf(code.includes(".") ? code : `field.${code}`, refusal.params, "field.invalid") },
      ]),
    ),
    values: Object.fromEntries(shown),
  };
}

/**
 * The one way in which a form works without scripts: calls the mutation that the form calls with scripts, and leads on or
 * returns the problems with what was typed.
 */
export async function submitForm(before: PostAnswer | null, form: FormData): Promise<PostAnswer | null> {
  const posted = postedIn(form);
  if (!posted) return answerOf({ code: "invalid", fields: {}, params: {} }, {});
  const values = valuesOf(form, posted.lists);
  const next = pathAfterSignIn(posted.next, env().APP_URL);
  if (posted.procedure === "sign-in") {
    const code = await refusedSignIn("password", { email: "", password: "", ...values });
    if (code !== null) return answerOf({ code, fields: {}, params: {} }, values);
    redirect(next as Route);
  }
  // Sent again after the question whether it is a registered organisation, the form says that it is another one.
  const isAnother = before?.code === "organisation.likely_duplicate" ? { isAnother: true } : {};
  const input = { ...asInput(values, posted.fixed), ...isAnother };
  const result = await callForForm(posted.procedure, input, posted.person);
  if ("refusal" in result) return answerOf(result.refusal, values);
  const output = (result.output ?? {}) as Output;
  if (typeof output["signInToken"] === "string") await refusedSignIn("link", { token: output["signInToken"] });
  redirect(withOutput(next, output) as Route);
}
