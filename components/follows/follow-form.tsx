"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import type { FollowedSearch } from "@/domain/follows";
import type { AddFollow } from "@/domain/schemas/follows";
import { useTranslations } from "@/messages/use-translations";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

type Props = { practiceId: string } | { search: FollowedSearch; name: string };

/** Follows a practice, or a search under a name that the person may change. */
export function FollowForm(props: Props) {
  const t = useTranslations("follows.add");
  const router = useRouter();
  const [id] = useState(() => uuid());
  const isSearch = "search" in props;
  const fixed = isSearch ? { id, search: props.search } : { id, practiceId: props.practiceId };
  return (
    <MutationForm
      draft={null}
      submit={t("submit")}
      mutate={(values) => trpc.follows.add.mutate({ ...values, ...fixed } as AddFollow)}
      onDone={() => router.replace("/following")}
    >
      {isSearch ? (
        <Field name="name" label={t("name")} hint={t("nameHint")} required>
          <Input defaultValue={props.name} maxLength={120} />
        </Field>
      ) : null}
    </MutationForm>
  );
}
