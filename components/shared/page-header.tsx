import type { Route } from "next";
import { useTranslations } from "@/messages/use-translations";
import type { ReactNode } from "react";
import { Anchor } from "../ui/anchor";
import { Menu } from "../ui/menu";

export type Crumb = { href: Route; label: string };

type Props = {
  title: ReactNode;
  crumbs?: readonly Crumb[];
  /** Small facts above the title: a reference, a number, a badge. */
  eyebrow?: ReactNode;
  /** One sentence: the status and the next step. */
  state?: ReactNode;
  /** The primary action of the page. */
  action?: ReactNode;
  /** Other links and buttons. */
  menu?: ReactNode;
};

/** The head of a page: breadcrumb, title, status, next step. */
export function PageHeader({ title, crumbs, eyebrow, state, action, menu }: Props) {
  const t = useTranslations("ui");
  return (
    <header className="mb-8 grid gap-2">
      {crumbs && crumbs.length > 0 ? (
        <nav aria-label={t("breadcrumb")}>
          <ol className="text-ink-soft flex flex-wrap gap-x-1.5 text-sm">
            {crumbs.map((crumb) => (
              <li key={crumb.href} className="after:text-ink-faint flex gap-1.5 not-last:after:content-['/']">
                <Anchor href={crumb.href} className="hover:text-ink underline-offset-4 hover:underline">
                  <bdi>{crumb.label}</bdi>
                </Anchor>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="grid min-w-0 flex-1 basis-72 gap-2">
          {eyebrow ? (
            <div className="text-ink-soft flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">{eyebrow}</div>
          ) : null}
          <h1 dir="auto" className="font-serif text-2xl font-semibold sm:text-3xl">
            {title}
          </h1>
          {state ? <p className="text-ink-soft max-w-prose text-lg">{state}</p> : null}
        </div>
        {action || menu ? (
          <div className="no-print flex flex-wrap items-center gap-2 pt-1">
            {action}
            {menu ? (
              <Menu label={t("moreActions")} iconOnly>
                {menu}
              </Menu>
            ) : null}
          </div>
        ) : null}
      </div>
    </header>
  );
}
