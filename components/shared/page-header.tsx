import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "../ui/anchor";
import { Menu } from "../ui/menu";
import { headerLook } from "./page-header-markup";

export type Crumb = { href: Route; label: string };

type Props = {
  title: ReactNode;
  crumbs?: readonly Crumb[];
  /** Small facts above the title: a reference, a number, a badge. */
  eyebrow?: ReactNode;
  /** One sentence: the state, and the next step. */
  state?: ReactNode;
  /** The one primary act of the page. */
  action?: ReactNode;
  /** Links and buttons for the rest. */
  menu?: ReactNode;
};

/** Where I am, what this is, how it stands, what comes next. */
export function PageHeader({ title, crumbs, eyebrow, state, action, menu }: Props) {
  const t = useTranslations("ui");
  return (
    <header className={headerLook.whole}>
      {crumbs && crumbs.length > 0 ? (
        <nav aria-label={t("breadcrumb")}>
          <ol className={headerLook.crumbs}>
            {crumbs.map((crumb) => (
              <li key={crumb.href} className={headerLook.crumb}>
                <Anchor href={crumb.href} className={headerLook.crumbLink}>
                  {crumb.label}
                </Anchor>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <div className={headerLook.line}>
        <div className={headerLook.words}>
          {eyebrow ? <div className={headerLook.eyebrow}>{eyebrow}</div> : null}
          <h1 className={headerLook.title}>{title}</h1>
          {state ? <p className={headerLook.state}>{state}</p> : null}
        </div>
        {action || menu ? (
          <div className={headerLook.acts}>
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
