"use client";

import type { ComponentProps } from "react";
import { type ButtonKind, type ButtonSize, buttonStyle } from "./button-style";
import { cn } from "./cn";
import { Icon } from "./icon";
import type { IconName } from "./icon-paths";
import { useHydrated } from "./use-hydrated";

/** A button without a look, disabled until its scripts work, because a click before would do nothing. */
export function ScriptButton({ disabled, type = "button", ...rest }: ComponentProps<"button">) {
  const hydrated = useHydrated();
  return (
    <button type={type} disabled={disabled === true || !hydrated} data-waits={hydrated ? undefined : ""} {...rest} />
  );
}

type Props = ComponentProps<"button"> & {
  kind?: ButtonKind;
  size?: ButtonSize;
  icon?: IconName;
  /** False for a submit button of a form that works without scripts. */
  needsScript?: boolean;
};

export function Button({ kind, size, icon, className, needsScript = true, children, ...rest }: Props) {
  const Element = needsScript ? ScriptButton : "button";
  return (
    <Element className={cn(buttonStyle(kind, size), className)} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </Element>
  );
}

type IconButtonProps = Omit<ComponentProps<"button">, "children"> & { icon: IconName; label: string };

export function IconButton({ icon, label, className, ...rest }: IconButtonProps) {
  return (
    <ScriptButton
      aria-label={label}
      title={label}
      className={cn(
        "text-ink-soft hover:bg-accent-soft hover:text-ink inline-flex size-10 shrink-0 items-center justify-center rounded-md transition-colors duration-100 focus-visible:rounded-md",
        className,
      )}
      {...rest}
    >
      <Icon name={icon} size={20} />
    </ScriptButton>
  );
}
