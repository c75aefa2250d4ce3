import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonStyle } from "../ui/button-style";
import { Wordmark } from "../ui/mark";
import { SkipLink } from "../ui/skip-link";

type Props = {
  /** True for a signed-in visitor, who gets a link to the home page instead of sign-in. */
  signedIn?: boolean;
  signUpOpen?: boolean;
  /** "wide" for text and lists, "narrow" for one form in the middle. */
  width?: "wide" | "narrow";
  children: ReactNode;
};

type FootLink = { href: Route; label: string };

// Plain anchors, because public pages need no client router.
function FootLinks({ links }: { links: readonly FootLink[] }) {
  return (
    <ul className="grid grid-cols-2 gap-x-8 gap-y-1">
      {links.map((link) => (
        <li key={link.href}>
          <a
            href={link.href}
            className="hover:text-ink inline-flex min-h-8 items-center underline-offset-4 hover:underline"
          >
            {link.label}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The frame of public pages: a header with sign-in, a footer with legal links. */
export function PublicShell({ signedIn = false, signUpOpen = true, width = "wide", children }: Props) {
  const t = useTranslations("public.shell");
  const ui = useTranslations("ui");
  const foot: FootLink[] = [
    { href: "/practices", label: t("practices") },
    { href: "/can-we-apply", label: t("canWeApply") },
    { href: "/rules", label: t("rules") },
    { href: "/unit-costs", label: t("unitCosts") },
    { href: "/what-may-we-claim", label: t("claim") },
    { href: "/privacy", label: t("privacy") },
    { href: "/terms", label: t("terms") },
  ];
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink label={ui("skip")} />
      <header className="no-print mx-auto flex w-full max-w-page flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-4 sm:px-8">
        <a href="/" aria-label={ui("shell.mark")} className="py-1">
          <Wordmark />
        </a>
        <nav aria-label={ui("shell.main")} className="flex flex-wrap items-center gap-1">
          <a href="/practices" className={buttonStyle("quiet")}>
            {t("practices")}
          </a>
          {signedIn ? (
            <a href="/home" className={buttonStyle("plain")}>
              {t("home")}
            </a>
          ) : (
            <>
              <a href="/sign-in" className={buttonStyle("quiet")}>
                {t("signIn")}
              </a>
              {signUpOpen ? (
                <a href="/sign-up" className={buttonStyle("plain")}>
                  {t("signUp")}
                </a>
              ) : null}
            </>
          )}
        </nav>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className={`mx-auto w-full flex-1 px-4 pt-4 pb-16 outline-none sm:px-8 ${width === "narrow" ? "max-w-lg sm:pt-10" : "max-w-page"}`}
      >
        {children}
      </main>
      <footer className="border-line bg-paper-sunken text-ink-soft border-t text-sm">
        <div className="mx-auto grid max-w-page gap-5 px-4 py-8 sm:px-8 md:grid-cols-[1fr_auto] md:gap-12">
          <p className="max-w-[80ch]">{t("funding")}</p>
          <nav aria-label={t("foot")}>
            <FootLinks links={foot} />
          </nav>
        </div>
      </footer>
    </div>
  );
}
