import type { Route } from "next";
import type { ReactNode } from "react";
import { Anchor } from "./anchor";
import { type ButtonKind, type ButtonSize, buttonStyle } from "./button-style";
import { cn } from "./cn";
import { Icon } from "./icon";
import type { IconName } from "./icon-paths";

type Props = {
  href: Route;
  kind?: ButtonKind;
  size?: ButtonSize;
  icon?: IconName;
  className?: string;
  children: ReactNode;
};

export function LinkButton({ href, kind, size, icon, className, children }: Props) {
  return (
    <Anchor href={href} className={cn(buttonStyle(kind, size), className)}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </Anchor>
  );
}
