"use client";

import { useTranslations } from "@/messages/use-translations";
import { organisationTypes } from "@/domain/programme/vocabulary";
import { Checkbox } from "../ui/choice";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";

export type OrganisationDefaults = {
  legalName?: string;
  shortName?: string;
  country?: string;
  city?: string | null;
  type?: string | null;
  publicBody?: boolean;
  nonProfit?: boolean;
  oid?: string | null;
  pic?: string | null;
  website?: string | null;
};

type Props = {
  countries: readonly { value: string; label: string }[];
  defaults?: OrganisationDefaults;
  /** Prefix of the field names, such as "organisation." inside a larger form. */
  prefix?: string;
};

/** Form fields of an organisation. */
export function OrganisationFields({ countries, defaults = {}, prefix = "" }: Props) {
  const t = useTranslations("organisations.form");
  const types = useTranslations("programme.organisationTypes");
  return (
    <>
      <Field name={`${prefix}legalName`} label={t("legalName")} hint={t("legalNameHint")} required>
        <Input maxLength={200} defaultValue={defaults.legalName} autoComplete="organization" />
      </Field>
      <Field name={`${prefix}shortName`} label={t("shortName")} hint={t("shortNameHint")}>
        <Input maxLength={24} defaultValue={defaults.shortName} />
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name={`${prefix}country`} label={t("country")} required>
          <Select options={countries} placeholder={t("choose")} defaultValue={defaults.country ?? ""} />
        </Field>
        <Field name={`${prefix}city`} label={t("city")} required>
          <Input maxLength={120} defaultValue={defaults.city ?? ""} />
        </Field>
      </div>
      <Field name={`${prefix}type`} label={t("type")} required>
        <Select
          options={organisationTypes.map((value) => ({ value, label: types(value) }))}
          placeholder={t("choose")}
          defaultValue={defaults.type ?? ""}
        />
      </Field>
      <div>
        <Checkbox name={`${prefix}publicBody`} label={t("publicBody")} defaultChecked={defaults.publicBody ?? false} />
        <Checkbox name={`${prefix}nonProfit`} label={t("nonProfit")} defaultChecked={defaults.nonProfit ?? false} />
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name={`${prefix}oid`} label={t("oid")} hint={t("oidHint")}>
          <Input maxLength={80} defaultValue={defaults.oid ?? ""} spellCheck={false} />
        </Field>
        <Field name={`${prefix}pic`} label={t("pic")} hint={t("picHint")}>
          <Input maxLength={80} defaultValue={defaults.pic ?? ""} inputMode="numeric" spellCheck={false} />
        </Field>
      </div>
      <Field name={`${prefix}website`} label={t("website")}>
        <Input maxLength={300} defaultValue={defaults.website ?? ""} inputMode="url" autoComplete="url" />
      </Field>
    </>
  );
}
