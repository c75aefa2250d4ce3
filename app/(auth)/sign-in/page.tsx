import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { DemoSignIn } from "@/components/people/demo-sign-in";
import { SignInForm } from "@/components/people/sign-in-form";
import { SingleSignOn } from "@/components/people/single-sign-on";
import { PageHeader } from "@/components/shared/page-header";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { pathAfterSignIn } from "@/domain/people";
import { getTranslations } from "@/messages/server";
import { currentActor } from "@/server/auth/actor";
import { isDemo } from "@/server/demo-mode";
import { env } from "@/server/env";
import { MailsFiled } from "../mails-filed";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.signIn");
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next, error } = await searchParams;
  const goOn = pathAfterSignIn(next, env().APP_URL);
  if (await currentActor()) redirect(goOn as Route);
  const t = await getTranslations("people.signIn");
  const demo = await getTranslations("people.demoSignIn");
  const { OIDC_ISSUER, OIDC_NAME, SIGN_UP } = env();
  const roles = ["coordinator", "partner", "contributor", "evaluator"].map((role) => ({ role, label: demo(role) }));
  return (
    <>
      <PageHeader title={t("title")} state={t("lead")} />
      <div className="grid gap-6">
        {error === undefined ? null : <Notice tone="late">{t("ssoFailed")}</Notice>}
        {OIDC_ISSUER ? <SingleSignOn label={t("sso", { name: OIDC_NAME ?? "OpenID Connect" })} next={goOn} /> : null}
        <SignInForm next={goOn} />
        <MailsFiled />
        <p className="text-ink-soft flex flex-wrap gap-x-6 gap-y-2">
          <TextLink href="/reset">{t("forgot")}</TextLink>
          {SIGN_UP === "open" || isDemo() ? (
            <span>
              {t("new")} <TextLink href={`/sign-up?next=${encodeURIComponent(goOn)}` as Route}>{t("signUp")}</TextLink>
            </span>
          ) : null}
        </p>
        {isDemo() ? (
          <section className="border-line grid gap-3 border-t pt-6">
            <h2 className="font-semibold">{t("demo")}</h2>
            <DemoSignIn roles={roles} failed={demo("failed")} />
          </section>
        ) : null}
      </div>
    </>
  );
}
