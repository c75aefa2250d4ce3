import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { type ButtonKind, type ButtonSize, buttonStyle } from "./button-style";
import { cn } from "./cn";
import { Icon, type IconName } from "./icon";

type Props = {
  href: Route;
  kind?: ButtonKind;
  size?: ButtonSize;
  icon?: IconName;
  className?: string;
  prefetch?: boolean;
  children: ReactNode;
};

export function LinkButton({ href, kind, size, icon, className, prefetch, children }: Props) {
  return (
    <Link href={href} prefetch={prefetch} className={cn(buttonStyle(kind, size), className)}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </Link>
  );
}
