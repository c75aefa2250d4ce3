"use client";

import { closedLicences, licenceKey, licences } from "@/domain/licences";
import { impacts, objectives } from "@/domain/programme/vocabulary";
import { type NameConsent, targetGroups, topics } from "@/domain/publications";
import { useTranslations } from "@/messages/use-translations";
import { Chip } from "../ui/chip";
import { CheckboxGroup } from "../ui/choice";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select, type SelectOption } from "../ui/select";
import { Textarea } from "../ui/textarea";
import { LevelFields } from "./level-fields";

export type PublicationValues = {
  title: string;
  abstract: string;
  language: string;
  languages: readonly string[];
  keywords: readonly string[];
  topics: readonly string[];
  targetGroups: readonly string[];
  eqfLevel: number | null;
  iscedField: string | null;
  licence: string | null;
  versionIds: readonly string[];
  organisationIds: readonly string[];
  personIds: readonly string[];
  coverVersionId: string | null;
  coverText: string;
  objectives: readonly string[];
  impacts: readonly string[];
};

export type PublicationChoices = {
  versions: readonly { id: string; name: string; number: number; approved: boolean }[];
  covers: readonly { id: string; name: string; number: number }[];
  organisations: readonly { id: string; shortName: string; country: string; hue: number }[];
  people: readonly { id: string; name: string; organisation: string; consent: NameConsent | null }[];
  languages: readonly SelectOption[];
};

type Props = { values: PublicationValues; choices: PublicationChoices };

/** Languages of programme countries are shown at once, the others after opening the list. */
const openLanguages = 33;
const threeColumns = "[&>div]:grid-cols-2 sm:[&>div]:grid-cols-3";

function TextFields({ values, choices }: Props) {
  const t = useTranslations("publications.form");
  const licenceNames = useTranslations("practices.licences");
  const named = (list: readonly string[]) => list.map((value) => ({ value, label: licenceNames(licenceKey(value)) }));
  const languageGroup = { name: "languages", className: threeColumns, defaultValue: values.languages };
  return (
    <>
      <Field name="title" label={t("name")} required>
        <Input maxLength={300} defaultValue={values.title} />
      </Field>
      <Field name="abstract" label={t("abstract")} hint={t("abstractHint")} required>
        <Textarea maxLength={5_000} rows={6} defaultValue={values.abstract} />
      </Field>
      <Field name="language" label={t("language")} required className="max-w-80">
        <Select options={choices.languages} defaultValue={values.language} />
      </Field>
      <Field name="licence" label={t("licence")} hint={t("licenceHint")} required>
        <Select
          options={[
            { label: t("openLicences"), options: named(licences) },
            { label: t("closedLicences"), options: named(closedLicences) },
          ]}
          placeholder={t("choose")}
          defaultValue={values.licence ?? ""}
        />
      </Field>
      <CheckboxGroup {...languageGroup} legend={t("languages")} options={choices.languages.slice(0, openLanguages)} />
      <details>
        <summary className="link w-fit">{t("moreLanguages")}</summary>
        <CheckboxGroup
          {...languageGroup}
          legend={<span className="sr-only">{t("moreLanguages")}</span>}
          required
          options={choices.languages.slice(openLanguages)}
        />
      </details>
    </>
  );
}

function AuthorFields({ values, choices }: Props) {
  const t = useTranslations("publications.form");
  return (
    <>
      <CheckboxGroup
        name="organisationIds"
        legend={t("organisations")}
        hint={t("organisationsHint")}
        required
        columns
        options={choices.organisations.map((one) => ({ value: one.id, label: <Chip {...one} name={one.shortName} /> }))}
        defaultValue={values.organisationIds}
      />
      <CheckboxGroup
        name="personIds"
        legend={t("people")}
        hint={t("peopleHint")}
        columns
        options={choices.people.map((person) => ({
          value: person.id,
          label: <bdi>{person.name}</bdi>,
          hint: [person.organisation, person.consent ? t(`consent.${person.consent}`) : null]
            .filter(Boolean)
            .join(", "),
        }))}
        defaultValue={values.personIds}
      />
    </>
  );
}

function SearchFields({ values }: { values: PublicationValues }) {
  const t = useTranslations("publications.form");
  const topicNames = useTranslations("publications.topics");
  const groupNames = useTranslations("publications.targetGroups");
  return (
    <>
      <Field name="keywords" label={t("keywords")} hint={t("keywordsHint")}>
        <Input maxLength={1_500} defaultValue={values.keywords.join(", ")} />
      </Field>
      <CheckboxGroup
        name="topics"
        legend={t("topics")}
        hint={t("topicsHint")}
        className={threeColumns}
        options={topics.map((value) => ({ value, label: topicNames(value) }))}
        defaultValue={values.topics}
      />
      <CheckboxGroup
        name="targetGroups"
        legend={t("targetGroups")}
        className={threeColumns}
        options={targetGroups.map((value) => ({ value, label: groupNames(value) }))}
        defaultValue={values.targetGroups}
      />
      <LevelFields values={values} />
    </>
  );
}

function FileFields({ values, choices }: Props) {
  const t = useTranslations("publications.form");
  return (
    <>
      <CheckboxGroup
        name="versionIds"
        legend={t("versions")}
        hint={t("versionsHint")}
        required
        options={choices.versions.map((version) => ({
          value: version.id,
          label: <span className="wrap-anywhere">{t("version", { name: version.name, number: version.number })}</span>,
          hint: version.approved ? undefined : t("notCovered"),
        }))}
        defaultValue={values.versionIds}
      />
      {choices.covers.length > 0 ? (
        <div className="grid gap-5 sm:grid-cols-2">
          <Field name="coverVersionId" label={t("coverVersionId")} hint={t("coverHint")}>
            <Select
              options={choices.covers.map((cover) => ({ value: cover.id, label: t("version", cover) }))}
              placeholder={t("noCover")}
              defaultValue={values.coverVersionId ?? ""}
            />
          </Field>
          <Field name="coverText" label={t("coverText")} hint={t("coverTextHint")}>
            <Input maxLength={300} defaultValue={values.coverText} />
          </Field>
        </div>
      ) : null}
    </>
  );
}

function AimFields({ values }: { values: PublicationValues }) {
  const t = useTranslations("publications.form");
  const objectiveNames = useTranslations("programme.objectives");
  const impactNames = useTranslations("programme.impacts");
  return (
    <>
      <CheckboxGroup
        name="objectives"
        legend={t("objectives")}
        options={objectives.map((value) => ({ value, label: objectiveNames(value) }))}
        defaultValue={values.objectives}
      />
      <CheckboxGroup
        name="impacts"
        legend={t("impacts")}
        columns
        options={impacts.map((value) => ({ value, label: impactNames(value) }))}
        defaultValue={values.impacts}
      />
    </>
  );
}

/** The fields of the public page of an output, in groups. */
export function PublicationFields(props: Props) {
  const t = useTranslations("publications.form");
  const groups = [
    ["text", <TextFields key="text" {...props} />],
    ["files", <FileFields key="files" {...props} />],
    ["authors", <AuthorFields key="authors" {...props} />],
    ["finding", <SearchFields key="finding" {...props} />],
    ["aims", <AimFields key="aims" {...props} />],
  ] as const;
  return groups.map(([name, fields]) => (
    <section key={name} className="border-line grid gap-5 border-t pt-5" aria-labelledby={`group-${name}`}>
      <h2 id={`group-${name}`} className="font-serif text-xl font-semibold">
        {t(name)}
      </h2>
      {fields}
    </section>
  ));
}
