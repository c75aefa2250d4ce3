"use client";

import { type MouseEvent, type ReactNode, useId } from "react";
import { buttonStyle } from "./button-style";
import { cn } from "./cn";
import { Icon, type IconName } from "./icon";

type Props = {
  label: string;
  /** Shows the icon alone; the label stays for those who cannot see it. */
  iconOnly?: boolean;
  icon?: IconName;
  align?: "start" | "end" | "above";
  className?: string;
  /** What the button shows instead of its label. */
  face?: ReactNode;
  children: ReactNode;
};

// Pages change without a new document, so the browser does not know that the menu has done its work.
function closeAfterChoice(event: MouseEvent<HTMLDivElement>) {
  if (event.target instanceof Element && event.target.closest("a, button")) event.currentTarget.hidePopover();
}

/** A popover of links and buttons; opening, Escape and a press elsewhere are the browser's. */
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
      <div id={id} popover="auto" onClick={closeAfterChoice} className="float menu" data-align={align}>
        {children}
      </div>
    </>
  );
}
