import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { env } from "@/server/env";
import { Welcome } from "./welcome";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public.meta");
  return { title: { absolute: t("title") } };
}

export default function HomePage() {
  return <Welcome signUpOpen={env().SIGN_UP === "open"} />;
}
