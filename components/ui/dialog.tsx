"use client";

import { useTranslations } from "@/messages/use-translations";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button, IconButton } from "./button";
import { cn } from "./cn";

type Props = {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  wide?: boolean;
  /** "close" for a dialog that only shows something. */
  dismiss?: "cancel" | "close";
  children: ReactNode;
};

/** A modal <dialog>: the browser handles focus, Escape and the inert page. */
export function Dialog({ open, onClose, title, description, wide = false, dismiss = "cancel", children }: Props) {
  const t = useTranslations("ui");
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const dialog = element.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);

  return (
    <dialog
      ref={element}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      onClose={onClose}
      className={cn(
        // Resets the text alignment that it inherits, for example from a table cell.
        "float m-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] overflow-y-auto p-0 text-start",
        wide ? "max-w-3xl" : "max-w-lg",
      )}
    >
      {open ? (
        <>
          <header className="flex items-start justify-between gap-4 px-5 pt-4 sm:px-6">
            <h2 id={`${id}-title`} className="pt-1 font-serif text-xl font-semibold">
              {title}
            </h2>
            <IconButton icon="cross" label={t("close")} className="-me-2" onClick={onClose} />
          </header>
          <div className="grid gap-5 px-5 pb-6 sm:px-6">
            {description ? (
              <p id={`${id}-description`} className="text-ink-soft max-w-prose">
                {description}
              </p>
            ) : null}
            {children}
            <footer className="border-line flex justify-end border-t pt-4">
              <Button onClick={onClose}>{t(dismiss)}</Button>
            </footer>
          </div>
        </>
      ) : null}
    </dialog>
  );
}
