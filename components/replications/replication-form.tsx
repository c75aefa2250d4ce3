"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import type { DraftReplication, ReplicationContent } from "@/domain/schemas/replications";
import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { readFiles } from "../attachments/attached-files";
import { FileFields, type Uploader } from "../attachments/file-fields";
import { trpc } from "../providers/trpc-client";
import { EditForm } from "../shared/edit-form";
import { isRecord } from "../shared/is-record";
import { MutationForm } from "../shared/mutation-form";
import { RadioGroup } from "../ui/choice";
import type { SelectOption } from "../ui/select";
import { ReplicationFields, type ReplicationValues } from "./replication-fields";

type StartProps = { practiceId: string; organisations: readonly SelectOption[] };

/** Starts a report: the organisation that tried the practice. The rest is written on the next page. */
export function StartReplication({ practiceId, organisations }: StartProps) {
  const t = useTranslations("replications.try");
  const router = useRouter();
  const [id] = useState(() => uuid());
  return (
    <MutationForm
      draft={null}
      submit={t("start")}
      mutate={(values) => trpc.replications.draft.mutate({ ...values, id, practiceId } as DraftReplication)}
      onDone={() => router.replace(`/replications/${id}/edit` as Route)}
    >
      <RadioGroup
        name="organisationId"
        legend={t("organisation")}
        required
        options={organisations}
        defaultValue={organisations[0]?.value}
      />
    </MutationForm>
  );
}

const names = [
  "country",
  "place",
  "period",
  "field",
  "setting",
  "targetGroups",
  "who",
  "participants",
  "result",
  "changes",
  "advice",
  "files",
] as const satisfies readonly (keyof ReplicationContent)[];

function readReplication(row: Record<string, unknown>): ReplicationValues {
  const values = isRecord(row["content"]) ? row["content"] : row;
  const named = Object.fromEntries(names.map((name) => [name, values[name]]));
  return { ...named, files: readFiles(named["files"]) } as unknown as ReplicationValues;
}

const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(textOf).join(", ");
  if (isRecord(value)) return [value["name"], value["text"]].map(textOf).join(": ");
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
};

type Props = {
  replication: { id: string; revision: number; content: ReplicationContent };
  countries: readonly SelectOption[];
  uploader: Uploader;
};

/** Edits a report that is a draft, and saves while it is typed. */
export function ReplicationForm({ replication, countries, uploader }: Props) {
  const t = useTranslations("replications.form");
  const router = useRouter();
  const refresh = useRefresh();
  const { id } = replication;
  return (
    <EditForm
      draft={`replication ${id}`}
      opened={replication}
      names={names}
      read={readReplication}
      changed="replication.changed"
      savesAsTyped
      save={(values, revision) => trpc.replications.update.mutate({ ...values, replicationId: id, revision })}
      renewed={(saved) => saved}
      onDone={() => {
        router.replace(`/replications/${id}` as Route);
        refresh();
      }}
      label={(name) => t(name)}
      textOf={(name, values) => textOf(values[name])}
      submit={t("save")}
    >
      {(values) => (
        <ReplicationFields
          values={values}
          countries={countries}
          files={<FileFields {...uploader} of={{ kind: "replicationId", id }} files={values.files} />}
        />
      )}
    </EditForm>
  );
}
