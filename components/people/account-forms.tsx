"use client";

import { useTranslations } from "@/messages/use-translations";
import { useState } from "react";
import { mailLocales, maxPasswordLength, minPasswordLength } from "@/domain/people";
import type { Profile } from "@/domain/schemas/people";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { useMutation } from "../shared/use-mutation";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { signIn, signOut } from "./authentication";
import { useVerified } from "./identity-check";

const word = (value: unknown) => (typeof value === "string" ? value : "");

type ProfileProps = {
  name: string;
  locale: string;
  timeZone: string | null;
  /** From the server, because browsers list other time zones. */
  timeZones: readonly string[];
};

/** The displayed name, the language of e-mails and pages, and the time zone. */
export function ProfileForm({ name, locale, timeZone, timeZones }: ProfileProps) {
  const t = useTranslations("people.account");
  const locales = useTranslations("people.locales");
  const refresh = useRefresh();
  const [saved, setSaved] = useState(false);
  return (
    <>
      <MutationForm
        draft="profile"
        submit={t("save")}
        mutate={({ timeZone: chosen, ...values }) =>
          trpc.people.updateProfile.mutate({ ...values, timeZone: chosen === "" ? null : chosen } as Profile)
        }
        onDone={() => {
          setSaved(true);
          refresh();
        }}
      >
        <Field name="name" label={t("name")} required>
          <Input defaultValue={name} maxLength={120} autoComplete="name" />
        </Field>
        <Field name="locale" label={t("locale")} hint={t("localeHint")} required>
          <Select defaultValue={locale} options={mailLocales.map((value) => ({ value, label: locales(value) }))} />
        </Field>
        <Field name="timeZone" label={t("timeZone")} hint={t("timeZoneHint")}>
          <Select
            defaultValue={timeZone ?? ""}
            placeholder={t("timeZoneBrowser")}
            options={timeZones.map((value) => ({ value, label: value.replaceAll("_", " ") }))}
          />
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

type Address = { id: string; address: string; isPrimary: boolean; confirmedAt: Date | null; refusedAt: Date | null };

/** The person's addresses: which is the main one, and which are not confirmed. */
export function AddressList({ addresses }: { addresses: readonly Address[] }) {
  const t = useTranslations("people.account");
  const refresh = useRefresh();
  const [added, setAdded] = useState<string | null>(null);
  const [linked, setLinked] = useState<string | null>(null);
  const verified = useVerified();
  const { run, pending, problem } = useMutation((mutate: () => Promise<unknown>) => verified(mutate));
  const go = async (mutate: () => Promise<unknown>) => {
    const outcome = await run(mutate);
    if (outcome.done) refresh();
  };
  return (
    <div className="grid gap-5">
      {problem ? <p role="alert">{problem.sentence}</p> : null}
      <ul className="divide-line border-line divide-y border-y">
        {addresses.map(({ id, address, isPrimary, confirmedAt, refusedAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
            <span className="min-w-0 flex-1 basis-52 font-semibold wrap-anywhere">{address}</span>
            <span className="text-ink-soft text-sm">
              {[isPrimary ? t("main") : null, refusedAt ? t("refused") : confirmedAt ? t("confirmed") : t("waiting")]
                .filter(Boolean)
                .join(" · ")}
            </span>
            {confirmedAt && !refusedAt ? null : (
              <Button
                size="small"
                aria-label={t("resendTo", { address })}
                aria-disabled={pending}
                onClick={() =>
                  void go(async () => {
                    await trpc.people.resendConfirmation.mutate({ addressId: id });
                    setLinked(address);
                  })
                }
              >
                {t("resend")}
              </Button>
            )}
            {isPrimary ? null : (
              <>
                {confirmedAt ? (
                  <Button
                    size="small"
                    aria-disabled={pending}
                    onClick={() => void go(() => trpc.people.makeAddressPrimary.mutate({ addressId: id }))}
                  >
                    {t("makeMain")}
                  </Button>
                ) : null}
                <Button
                  size="small"
                  kind="quiet"
                  aria-disabled={pending}
                  onClick={() => void go(() => trpc.people.removeAddress.mutate({ addressId: id }))}
                >
                  {t("remove")}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      <p role="status" className="empty:hidden">
        {linked ? t("linked", { address: linked }) : null}
      </p>
      <MutationForm
        draft="address"
        submit={t("addAct")}
        submitKind="plain"
        key={added}
        mutate={async (values) => {
          const email = word(values["email"]);
          await verified(() => trpc.people.addAddress.mutate({ email }));
          return email;
        }}
        onDone={(email) => {
          setAdded(email);
          setLinked(email);
          refresh();
        }}
      >
        <Field name="email" label={t("add")} required>
          <Input type="email" maxLength={254} autoComplete="email" />
        </Field>
      </MutationForm>
    </div>
  );
}

/** Changes or sets the password; signs out other devices and signs this one in again. */
export function PasswordForm({ hasPassword, address }: { hasPassword: boolean; address: string }) {
  const t = useTranslations("people.account");
  const reset = useTranslations("people.reset");
  const verified = useVerified();
  const [done, setDone] = useState(false);
  if (done) return <p role="status">{t("changed")}</p>;
  return (
    <MutationForm
      draft={null}
      submit={hasPassword ? t("change") : t("set")}
      submitKind="plain"
      mutate={async (values) => {
        const password = word(values["password"]);
        await verified(() => trpc.people.changePassword.mutate({ current: word(values["current"]), password }));
        return signIn("password", { email: address, password });
      }}
      onDone={() => setDone(true)}
    >
      {hasPassword ? (
        <Field name="current" label={t("current")} required>
          <Input type="password" autoComplete="current-password" maxLength={maxPasswordLength} />
        </Field>
      ) : null}
      <Field name="password" label={t("new")} hint={reset("hint", { length: minPasswordLength })} required>
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

/** Downloads all data of the person. */
export function ExportMe() {
  const t = useTranslations("people.account");
  const { run, pending, problem } = useMutation(() => trpc.people.exportMe.query());
  const save = async () => {
    const outcome = await run(undefined);
    if (!outcome.done) return;
    const url = URL.createObjectURL(new Blob([JSON.stringify(outcome.output, null, 2)], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = "consorta-my-data.json";
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <>
      {problem ? <p role="alert">{problem.sentence}</p> : null}
      <Button icon="download" onClick={() => void save()} aria-disabled={pending}>
        {t("export")}
      </Button>
    </>
  );
}

/** Closes the account permanently. */
export function CloseAccount({ hasPassword }: { hasPassword: boolean }) {
  const t = useTranslations("people.account");
  const verified = useVerified();
  return (
    <details>
      <summary className="cursor-pointer font-semibold">{t("close")}</summary>
      <div className="mt-4">
        <MutationForm
          draft={null}
          submit={t("closeAct")}
          submitKind="danger"
          mutate={(values) => verified(() => trpc.people.closeAccount.mutate({ password: word(values["password"]) }))}
          onDone={() => void signOut()}
        >
          {hasPassword ? (
            <Field name="password" label={t("closePassword")} required>
              <Input type="password" autoComplete="current-password" maxLength={maxPasswordLength} />
            </Field>
          ) : null}
        </MutationForm>
      </div>
    </details>
  );
}
