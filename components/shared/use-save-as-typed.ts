import { type RefObject, useEffect, useRef, useState } from "react";

/** Saves once nothing was typed for this time, in milliseconds. */
const rest = 2_000;

type Save = (form: HTMLFormElement) => Promise<boolean>;

/**
 * Saves a form after a rest in typing; `save` tells whether it succeeded, and is null for a form that only its button
 * saves. While a save runs, the next one and the button wait for its end, because they need the revision that it brings.
 */
export function useSaveAsTyped(form: RefObject<HTMLFormElement | null>, pending: boolean, save: Save | null) {
  const [state, setState] = useState<"idle" | "saving" | "saved" | "failed">("idle");
  const waiting = useRef<"save" | "submit" | null>(null);
  const start = async (element: HTMLFormElement) => {
    if (!save) return;
    if (pending) {
      waiting.current ??= "save";
      return;
    }
    setState("saving");
    setState((await save(element)) ? "saved" : "failed");
  };
  const latest = useRef(start);
  useEffect(() => {
    latest.current = start;
  });
  const saves = save !== null;
  useEffect(() => {
    const element = form.current;
    if (!saves || !element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void latest.current(element), rest);
    };
    const stop = () => clearTimeout(timer);
    element.addEventListener("input", wait);
    element.addEventListener("submit", stop);
    return () => {
      stop();
      element.removeEventListener("input", wait);
      element.removeEventListener("submit", stop);
    };
  }, [form, saves]);
  useEffect(() => {
    const element = form.current;
    const next = waiting.current;
    if (pending || next === null || !element) return;
    waiting.current = null;
    if (next === "submit") element.requestSubmit();
    else void latest.current(element);
  }, [form, pending]);
  return {
    state,
    /** True while a save of typed text runs: the button then works after it. */
    submitsLater: () => {
      if (state !== "saving" || !pending) return false;
      waiting.current = "submit";
      return true;
    },
    /** The button was used: problems are shown with the focus again. */
    reset: () => setState("idle"),
  };
}
