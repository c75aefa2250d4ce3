"use client";

import { useTranslations } from "@/messages/use-translations";
import { organisationTypes } from "@/domain/programme/vocabulary";
import type { CorrectOrganisation as Input } from "@/domain/schemas/projects";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { EditForm } from "../shared/edit-form";
import { Field } from "../ui/field";
import { Input as TextInput } from "../ui/input";
import { Select } from "../ui/select";

type Values = { legalName: string; city: string; type: string; oid: string };
type Props = {
  participation: {
    id: string;
    legalName: string;
    city: string | null;
    type: string | null;
    oid: string | null;
    organisationRevision: number;
  };
  onDone: () => void;
};

const names = ["legalName", "city", "type", "oid"] as const;
const text = (value: unknown) => (typeof value === "string" ? value : "");

/** Corrects the details of an invited organisation that has not joined. */
export function CorrectOrganisation({ participation, onDone }: Props) {
  const t = useTranslations("projects.correctOrganisation");
  const types = useTranslations("programme.organisationTypes");
  const refresh = useRefresh();
  const label = (name: (typeof names)[number]) => t(name);
  return (
    <EditForm
      draft={`correct organisation ${participation.id}`}
      opened={{ ...participation, revision: participation.organisationRevision }}
      names={names}
      read={(row): Values => ({
        legalName: text(row["legalName"]),
        city: text(row["city"]),
        type: text(row["type"]),
        oid: text(row["oid"]),
      })}
      changed="organisation.changed"
      save={(values, revision) =>
        trpc.projects.correctOrganisation.mutate({ ...values, participationId: participation.id, revision } as Input)
      }
      onDone={() => {
        onDone();
        refresh();
      }}
      label={label}
      textOf={(name, values) => (name === "type" && values.type !== "" ? types(values.type) : values[name])}
      submit={t("save")}
    >
      {(values) => (
        <>
          <Field name="legalName" label={label("legalName")} required>
            <TextInput maxLength={200} autoComplete="off" defaultValue={values.legalName} />
          </Field>
          <Field name="city" label={label("city")}>
            <TextInput maxLength={120} autoComplete="off" defaultValue={values.city} />
          </Field>
          <Field name="type" label={label("type")}>
            <Select
              options={organisationTypes.map((value) => ({ value, label: types(value) }))}
              placeholder={t("choose")}
              defaultValue={values.type}
            />
          </Field>
          <Field name="oid" label={label("oid")} hint={t("oidHint")}>
            <TextInput maxLength={40} spellCheck={false} defaultValue={values.oid} />
          </Field>
        </>
      )}
    </EditForm>
  );
}
