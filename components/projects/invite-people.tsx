"use client";

import type { Route } from "next";
import { useTranslations } from "@/messages/use-translations";
import { useState } from "react";
import { type ParticipationKind, projectRoles } from "@/domain/actor";
import { mailLocales } from "@/domain/people";
import { pastedAddressInput } from "@/domain/addresses";
import type { InvitePeople as Input } from "@/domain/schemas/projects";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { Textarea } from "../ui/textarea";
import { AddressHint } from "./address-hint";
import { type Invited, InviteResult } from "./invite-result";
import { mailLanguageOf } from "@/domain/mail-language";
import { RoleRights } from "./role-rights";

type Props = {
  /** The page that lists the invitations afterwards, when it is another page. */
  seenAt?: Route;
  /** Organisations whose people the person may invite, the default first. */
  organisations: readonly { id: string; legalName: string; country: string; kind: ParticipationKind }[];
};

/** Invites people of an organisation of the project. */
export function InvitePeople({ seenAt, organisations }: Props) {
  const t = useTranslations("projects.invite");
  const roles = useTranslations("projects.roles");
  const locales = useTranslations("people.locales");
  const refresh = useRefresh();
  const [result, setResult] = useState<Invited | null>(null);
  const [emails, setEmails] = useState("");
  const [placeId, setPlaceId] = useState(organisations[0]?.id ?? "");
  const chosen = organisations.find(({ id }) => id === placeId);
  return (
    <div className="grid gap-6">
      {result ? <InviteResult results={[result]} seenAt={seenAt} /> : null}
      <MutationForm
        draft={`invite people ${organisations[0]?.id ?? ""}`}
        key={result ? result.invited.join() : "first"}
        submit={t("actPeople")}
        submitIcon="mail"
        mutate={(values) =>
          trpc.projects.invitePeople.mutate({ ...values, emails: pastedAddressInput(emails) } as Input)
        }
        onDone={(invited) => {
          setResult(invited);
          setEmails("");
          refresh();
        }}
      >
        <Field name="participationId" label={t("organisation")} required>
          <Select
            options={organisations.map(({ id, legalName }) => ({ value: id, label: legalName }))}
            value={placeId}
            onChange={(event) => setPlaceId(event.target.value)}
          />
        </Field>
        <Field
          name="emails"
          label={t("emails")}
          hint={<AddressHint text={emails} otherwise={t("emailsHint")} />}
          required
        >
          <Textarea
            rows={2}
            maxLength={2_000}
            spellCheck={false}
            value={emails}
            onChange={(event) => setEmails(event.target.value)}
          />
        </Field>
        <Field name="role" label={t("role")} hint={<RoleRights kind={chosen?.kind ?? "partner"} />} required>
          <Select options={projectRoles.map((value) => ({ value, label: roles(value) }))} defaultValue="contributor" />
        </Field>
        <Field name="locale" label={t("locale")} required>
          <Select
            key={placeId}
            options={mailLocales.map((value) => ({ value, label: locales(value) }))}
            defaultValue={mailLanguageOf(chosen?.country ?? "")}
          />
        </Field>
        <Field name="message" label={t("message")}>
          <Textarea rows={3} maxLength={2_000} />
        </Field>
      </MutationForm>
    </div>
  );
}
