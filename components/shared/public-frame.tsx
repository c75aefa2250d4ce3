import type { Route } from "next";
import type { ReactNode } from "react";
import { type ButtonKind, buttonStyle } from "../ui/button-style";
import { Wordmark } from "../ui/mark";
import { SkipLink } from "../ui/skip-link";

const footLinks = {
  library: "/library",
  practices: "/practices",
  canWeApply: "/can-we-apply",
  rules: "/rules",
  unitCosts: "/unit-costs",
  claim: "/what-may-we-claim",
  privacy: "/privacy",
  terms: "/terms",
} as const satisfies Record<string, Route>;
type FootLink = keyof typeof footLinks;

const isFootLink = (name: string): name is FootLink => name in footLinks;

/** Texts of the header and the footer. */
export type FrameLabels = Record<
  FootLink | "skip" | "mark" | "main" | "home" | "signIn" | "signUp" | "foot" | "funding",
  string
>;

type Props = {
  labels: FrameLabels;
  /** The language of the labels and the content, when it is not that of the page. */
  lang?: string;
  /** True for a signed-in visitor, who gets a link to the home page instead of sign-in. */
  signedIn?: boolean;
  signUpOpen?: boolean;
  /** "wide" for text and lists, "narrow" for one form in the middle. */
  width?: "wide" | "narrow";
  children: ReactNode;
};

/** Small on phones, where all links of the header fit into one line. */
const headLink = (kind: ButtonKind) => `${buttonStyle(kind)} max-sm:px-2 max-sm:text-sm`;

// Plain anchors, because public pages need no client router.
function FootLinks({ labels }: { labels: FrameLabels }) {
  return (
    <ul className="grid grid-cols-2 gap-x-8 gap-y-1">
      {Object.keys(footLinks)
        .filter(isFootLink)
        .map((name) => (
          <li key={name}>
            <a
              href={footLinks[name]}
              className="hover:text-ink inline-flex min-h-8 items-center underline-offset-4 hover:underline"
            >
              {labels[name]}
            </a>
          </li>
        ))}
    </ul>
  );
}

/** The frame of public pages, with given labels: a header with sign-in, a footer with legal links. */
export function PublicFrame({ labels, lang, signedIn = false, signUpOpen = true, width = "wide", children }: Props) {
  return (
    <div lang={lang} className="flex min-h-dvh flex-col">
      <SkipLink label={labels.skip} />
      <header className="no-print mx-auto flex w-full max-w-page flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-4 sm:px-8">
        <a href="/" aria-label={labels.mark} className="py-1">
          <Wordmark compact />
        </a>
        <nav aria-label={labels.main} className="flex flex-wrap items-center gap-1">
          <a href="/library" className={headLink("quiet")}>
            {labels.library}
          </a>
          {signedIn ? (
            <a href="/home" className={headLink("plain")}>
              {labels.home}
            </a>
          ) : (
            <>
              <a href="/sign-in" className={headLink("quiet")}>
                {labels.signIn}
              </a>
              {signUpOpen ? (
                <a href="/sign-up" className={headLink("plain")}>
                  {labels.signUp}
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
      <footer className="no-print border-line bg-paper-sunken text-ink-soft border-t text-sm">
        <div className="mx-auto grid max-w-page gap-5 px-4 py-8 sm:px-8 md:grid-cols-[1fr_auto] md:gap-12">
          <p className="max-w-[80ch]">{labels.funding}</p>
          <nav aria-label={labels.foot}>
            <FootLinks labels={labels} />
          </nav>
        </div>
      </footer>
    </div>
  );
}
