import { getTranslations } from "@/messages/server";
import { LinkButton } from "../ui/link-button";
import { PageHeader } from "./page-header";

/** The not-found page inside the navigation: for visitors it leads to the start page and to sign-in. */
export async function NotFoundMessage({ signedIn }: { signedIn: boolean }) {
  const t = await getTranslations("error.notFound");
  return (
    <>
      <PageHeader title={t("title")} state={t(signedIn ? "text" : "visitorText")} />
      <div className="flex flex-wrap gap-3">
        <LinkButton href={signedIn ? "/home" : "/"} kind="primary">
          {t(signedIn ? "act" : "start")}
        </LinkButton>
        {signedIn ? null : <LinkButton href="/sign-in">{t("signIn")}</LinkButton>}
      </div>
    </>
  );
}
