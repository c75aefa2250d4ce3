import type { ComponentProps } from "react";
import { type ButtonKind, type ButtonSize, buttonStyle } from "./button-style";
import { cn } from "./cn";
import { Icon } from "./icon";
import type { IconName } from "./icon-paths";

type Props = ComponentProps<"button"> & { kind?: ButtonKind; size?: ButtonSize; icon?: IconName };

export function Button({ kind, size, icon, className, type = "button", children, ...rest }: Props) {
  return (
    <button type={type} className={cn(buttonStyle(kind, size), className)} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}

type IconButtonProps = Omit<ComponentProps<"button">, "children"> & { icon: IconName; label: string };

export function IconButton({ icon, label, className, type = "button", ...rest }: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={cn(
        "text-ink-soft hover:bg-accent-soft hover:text-ink inline-flex size-10 shrink-0 items-center justify-center rounded-md transition-colors duration-100 focus-visible:rounded-md",
        className,
      )}
      {...rest}
    >
      <Icon name={icon} size={20} />
    </button>
  );
}
