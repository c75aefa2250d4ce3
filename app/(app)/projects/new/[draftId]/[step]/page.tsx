import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BasicsStep } from "@/components/projects/wizard/basics-step";
import { ConsortiumStep } from "@/components/projects/wizard/consortium-step";
import { DetailsStep } from "@/components/projects/wizard/details-step";
import { OutputsStep } from "@/components/projects/wizard/outputs-step";
import { wizardSteps } from "@/components/projects/wizard/steps";
import { getTranslations } from "@/messages/server";
import { requireActor } from "@/server/trpc/rsc";

type Props = PageProps<"/projects/new/[draftId]/[step]">;

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { step } = await params;
  const t = await getTranslations("projects.wizard");
  const known = wizardSteps.find((one) => one === step);
  return { title: known ? `${t(`steps.${known}`)} · ${t("title")}` : t("title") };
}

export default async function WizardPage({ params }: Props) {
  const { draftId, step } = await params;
  const actor = await requireActor(`/projects/new/${draftId}/${step}`);
  if (!uuidForm.test(draftId)) notFound();
  switch (wizardSteps.find((one) => one === step)) {
    case "basics":
      return <BasicsStep />;
    case "details":
      return <DetailsStep />;
    case "consortium":
      return <ConsortiumStep />;
    case "outputs":
      return <OutputsStep confirmed={actor.addressConfirmed} />;
    case undefined:
      return notFound();
  }
}
