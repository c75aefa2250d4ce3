import type { Metadata, Route } from "next";
import { SignUpForm } from "@/components/people/sign-up-form";
import { PageHeader } from "@/components/shared/page-header";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { pathAfterSignIn } from "@/domain/people";
import { getTranslations } from "@/messages/server";
import { isDemo } from "@/server/demo-mode";
import { env } from "@/server/env";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.signUp");
  return { title: t("title") };
}

export default async function SignUpPage({ searchParams }: PageProps<"/sign-up">) {
  const { next } = await searchParams;
  const goOn = pathAfterSignIn(next, env().APP_URL, "/welcome");
  const t = await getTranslations("people.signUp");
  const have = (
    <p className="text-ink-soft">
      {t("have")} <TextLink href={`/sign-in?next=${encodeURIComponent(goOn)}` as Route}>{t("signIn")}</TextLink>
    </p>
  );
  if (env().SIGN_UP !== "open" && !isDemo()) {
    return (
      <>
        <PageHeader title={t("closedTitle")} />
        <Notice>{t("closed")}</Notice>
        {have}
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("title")} state={t("lead")} />
      <div className="grid gap-6">
        <SignUpForm next={goOn} />
        {have}
        <p className="text-ink-soft text-sm">
          {t.rich("terms", {
            terms: (chunks) => <TextLink href="/terms">{chunks}</TextLink>,
            privacy: (chunks) => <TextLink href="/privacy">{chunks}</TextLink>,
          })}
        </p>
      </div>
    </>
  );
}
