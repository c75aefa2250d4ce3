"use client";

import { type ReactNode, useId } from "react";
import { buttonStyle } from "./button-style";
import { cn } from "./cn";
import { Icon } from "./icon";
import type { IconName } from "./icon-paths";

/** Closed here, because navigating loads no new document and would leave the menu open. */
function closeAfterChoice(pressed: EventTarget): void {
  if (!(pressed instanceof Element) || !pressed.closest("a, button")) return;
  pressed.closest<HTMLElement>(".menu[popover]")?.hidePopover();
}

type Props = {
  label: string;
  /** Shows only the icon; the label is kept for screen readers. */
  iconOnly?: boolean;
  icon?: IconName;
  align?: "start" | "end" | "above";
  className?: string;
  /** What the button shows instead of its label. */
  face?: ReactNode;
  children: ReactNode;
};

/** A popover of links and buttons; the browser handles opening, Escape and clicks outside. */
export function Menu({ label, icon = "dots", iconOnly = false, align = "end", className, face, children }: Props) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={iconOnly || face ? label : undefined}
        title={iconOnly ? label : undefined}
        className={className ?? cn(buttonStyle("plain"), iconOnly && "w-10 px-0")}
      >
        {face ?? (
          <>
            {iconOnly ? null : label}
            <Icon name={iconOnly ? icon : "chevron-down"} size={iconOnly ? 20 : 16} />
          </>
        )}
      </button>
      <div
        id={id}
        popover="auto"
        onClick={({ target }) => {
          closeAfterChoice(target);
        }}
        className="float menu"
        data-align={align}
      >
        {children}
      </div>
    </>
  );
}
