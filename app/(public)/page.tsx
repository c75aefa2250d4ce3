import type { Metadata } from "next";
import { DemoSignIn } from "@/components/people/demo-sign-in";
import { getTranslations } from "@/messages/server";
import { isDemo } from "@/server/demo-mode";
import { env } from "@/server/env";
import { Welcome } from "./welcome";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public.meta");
  return { title: { absolute: t("title") } };
}

const DEMO_ROLES = ["coordinator", "partner", "contributor", "evaluator"] as const;

export default async function HomePage() {
  const t = await getTranslations("people.demoSignIn");
  const roles = DEMO_ROLES.map((role) => ({ role, label: t(role) }));
  return (
    <Welcome
      signUpOpen={env().SIGN_UP === "open"}
      demo={isDemo() ? <DemoSignIn roles={roles} failed={t("failed")} /> : undefined}
    />
  );
}
