"use client";

import { useTranslations } from "@/messages/use-translations";
import type { ReactNode } from "react";
import { projectRoles } from "@/domain/actor";
import { type MailLocale, mailLocales } from "@/domain/people";
import { organisationTypes } from "@/domain/programme/vocabulary";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { Textarea } from "../ui/textarea";
import { AddressHint } from "./address-hint";
import { mailLanguageOf } from "@/domain/mail-language";
import { OrganisationSearch } from "./organisation-search";
import type { Partner } from "./partner";
import { RoleRights } from "./role-rights";

const kinds = ["partner", "associated", "evaluator"] as const;

type Props = {
  partner: Partner;
  number: number;
  countries: readonly { value: string; label: string }[];
  /** Returns a note for a field whose value was guessed. */
  guess?: (name: string) => ReactNode;
  onChange: (partner: Partner) => void;
  /** True when it was just added, so that its name gets the focus. */
  fresh?: boolean;
  onRemove: () => void;
};

/** One organisation to invite: known or new, with its people's addresses. */
export function PartnerCard({ partner, number, countries, guess, onChange, fresh, onRemove }: Props) {
  const t = useTranslations("projects.partner");
  const types = useTranslations("programme.organisationTypes");
  const roles = useTranslations("projects.roles");
  const locales = useTranslations("people.locales");
  const tKinds = useTranslations("projects.kinds");
  const change = (patch: Partial<Partner>) => onChange({ ...partner, ...patch });
  const isRegistered = partner.organisationId !== undefined;
  const name = (field: string) => `partners.${partner.key}.${field}`;
  const toCountry = (country: string) => {
    const untouched = partner.locale === mailLanguageOf(partner.country);
    change({ country, ...(untouched ? { locale: mailLanguageOf(country) } : {}) });
  };
  return (
    <fieldset className="border-line grid min-w-0 gap-4 border-t pt-4">
      <legend className="sr-only">{t("legend", { number, name: partner.legalName })}</legend>
      <div className="flex items-start justify-between gap-3">
        <p className="font-serif text-lg font-semibold">
          {number}. {partner.legalName || <span className="text-ink-faint">{t("unnamed")}</span>}
        </p>
        <Button kind="quiet" size="small" icon="trash" onClick={onRemove}>
          {t("remove")}
        </Button>
      </div>
      {isRegistered ? (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="text-ink-soft">
            {[
              partner.city,
              countries.find(({ value }) => value === partner.country)?.label,
              partner.type && types(partner.type),
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
          <Button kind="quiet" size="small" onClick={() => change({ organisationId: undefined })}>
            {t("notThis")}
          </Button>
        </p>
      ) : (
        <>
          <Field name={name("legalName")} label={t("legalName")} required>
            <Input
              autoFocus={fresh}
              maxLength={200}
              autoComplete="off"
              value={partner.legalName}
              onChange={(event) => change({ legalName: event.target.value })}
            />
          </Field>
          <OrganisationSearch
            text={partner.legalName}
            country={partner.country}
            onChoose={({ id, legalName, country, city, type }) =>
              change({
                organisationId: id,
                legalName,
                country,
                city: city ?? "",
                type: organisationTypes.find((one) => one === type),
                locale: mailLanguageOf(country),
              })
            }
          />
          <div className="grid gap-4 sm:grid-cols-3">
            <Field name={name("country")} label={t("country")} required>
              <Select
                options={countries}
                placeholder={t("choose")}
                value={partner.country}
                onChange={(event) => toCountry(event.target.value)}
              />
            </Field>
            <Field name={name("city")} label={t("city")} note={guess?.(name("city"))}>
              <Input
                maxLength={120}
                autoComplete="off"
                value={partner.city}
                onChange={(event) => change({ city: event.target.value })}
              />
            </Field>
            <Field name={name("type")} label={t("type")} note={guess?.(name("type"))}>
              <Select
                options={organisationTypes.map((value) => ({ value, label: types(value) }))}
                placeholder={t("choose")}
                value={partner.type ?? ""}
                onChange={(event) => change({ type: organisationTypes.find((one) => one === event.target.value) })}
              />
            </Field>
          </div>
        </>
      )}
      <Field
        name={name("emails")}
        label={t("emails")}
        hint={<AddressHint text={partner.emails} otherwise={t("emailsHint")} />}
      >
        <Textarea
          rows={2}
          maxLength={2_000}
          spellCheck={false}
          className="min-h-16"
          value={partner.emails}
          onChange={(event) => change({ emails: event.target.value })}
        />
      </Field>
      <details>
        <summary className="link w-fit">
          {t("more", { kind: tKinds(partner.kind), role: roles(partner.role), language: locales(partner.locale) })}
        </summary>
        <div className="grid gap-4 pt-4 sm:grid-cols-2">
          <Field name={name("kind")} label={t("kind")} required>
            <Select
              options={kinds.map((value) => ({ value, label: tKinds(value) }))}
              value={partner.kind}
              onChange={(event) => change({ kind: kinds.find((one) => one === event.target.value) ?? "partner" })}
            />
          </Field>
          <Field name={name("locale")} label={t("locale")} required>
            <Select
              options={mailLocales.map((value) => ({ value, label: locales(value) }))}
              value={partner.locale}
              onChange={(event) =>
                change({ locale: mailLocales.find((one): one is MailLocale => one === event.target.value) ?? "en" })
              }
            />
          </Field>
          <Field
            name={name("role")}
            label={t("role")}
            hint={<RoleRights kind={partner.kind} />}
            className="sm:col-span-2"
            required
          >
            <Select
              options={projectRoles.map((value) => ({ value, label: roles(value) }))}
              value={partner.role}
              onChange={(event) => change({ role: projectRoles.find((one) => one === event.target.value) ?? "viewer" })}
            />
          </Field>
          <Field name={name("message")} label={t("message")} hint={t("messageHint")} className="sm:col-span-2">
            <Textarea
              rows={3}
              maxLength={2_000}
              value={partner.message}
              onChange={(event) => change({ message: event.target.value })}
            />
          </Field>
        </div>
      </details>
    </fieldset>
  );
}
