"use client";

import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { Checkbox, RadioGroup } from "../ui/choice";

const choices = { default: null, yes: true, no: false } as const;
const isChoice = (name: unknown): name is keyof typeof choices => typeof name === "string" && name in choices;

/** Chooses whether a project has a public page. */
export function ProjectPageForm({ projectId, publicPage }: { projectId: string; publicPage: boolean | null }) {
  const t = useTranslations("publications.settings");
  return (
    <MutationForm
      draft={null}
      submit={t("save")}
      submitKind="plain"
      mutate={({ choice }) =>
        trpc.projects.setPublicPage.mutate({ projectId, publicPage: isChoice(choice) ? choices[choice] : null })
      }
      onDone={useRefresh()}
    >
      <RadioGroup
        name="choice"
        legend={t("project")}
        required
        options={(["default", "yes", "no"] as const).map((value) => ({ value, label: t(`projectChoice.${value}`) }))}
        defaultValue={publicPage === null ? "default" : publicPage ? "yes" : "no"}
      />
    </MutationForm>
  );
}

/** Hides the public page of an organisation, or shows it. */
export function OrganisationPageForm({ organisationId, hidden }: { organisationId: string; hidden: boolean }) {
  const t = useTranslations("publications.settings");
  return (
    <MutationForm
      draft={null}
      submit={t("save")}
      submitKind="plain"
      mutate={(values) =>
        trpc.organisations.setPublicPage.mutate({ organisationId, hidden: values["hidden"] === true })
      }
      onDone={useRefresh()}
    >
      <Checkbox name="hidden" label={t("hidden")} defaultChecked={hidden} />
    </MutationForm>
  );
}
