import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import {
  controlsOf,
  readUnsaved,
  setControl,
  type UnsavedValues,
  valueNow,
  valueOfPage,
  writeUnsaved,
} from "./unsaved-text";

type Restored = {
  /** Texts of fields that were changed on the server since they were typed; they are shown, not put into the form. */
  outdated: readonly string[];
};

/** The attribute of a form with typed text that is not saved; a page that has one is not refreshed by others' acts. */
const unsavedMark = "data-unsaved";

/**
 * Keeps what is typed into a form until it is saved, and puts it back when the form is shown again: after a reload, the
 * back button, a crash or an expired session. `name` names the form and its subject; null keeps nothing.
 */
export function useUnsavedText(name: string | null, form: RefObject<HTMLFormElement | null>) {
  const initial = useRef(new Map<string, string | boolean>());
  const [restored, setRestored] = useState<Restored | null>(null);

  useEffect(() => {
    const element = form.current;
    if (name === null || !element) return;
    const controls = controlsOf(element);
    initial.current = new Map([...controls].map(([key, control]) => [key, valueOfPage(control)]));
    const unsaved = readUnsaved(name);
    const outdated: UnsavedValues = {};
    let found = false;
    for (const [key, one] of Object.entries(unsaved)) {
      const control = controls.get(key);
      const page = initial.current.get(key);
      if (one.value === page) continue;
      if (control && page === one.before) {
        setControl(control, one.value);
        found = true;
      } else if (typeof one.value === "string") {
        // The browser may have put the typed text back already.
        if (control && page !== undefined) setControl(control, page);
        outdated[key] = one;
      }
    }
    const texts = Object.values(outdated).flatMap(({ value }) => (typeof value === "string" ? [value] : []));
    if (found || texts.length > 0) setRestored({ outdated: texts });
    const keep = () => {
      const typed: UnsavedValues = { ...outdated };
      for (const [key, control] of controlsOf(element)) {
        const before = initial.current.get(key) ?? valueOfPage(control);
        const value = valueNow(control);
        if (value !== before) typed[key] = { value, before };
      }
      writeUnsaved(name, typed);
      element.toggleAttribute(unsavedMark, Object.keys(typed).length > 0);
    };
    // Typed before the scripts were there.
    keep();
    element.addEventListener("input", keep);
    element.addEventListener("change", keep);
    return () => {
      element.removeEventListener("input", keep);
      element.removeEventListener("change", keep);
    };
  }, [name, form]);

  const forget = useCallback(() => {
    if (name !== null) writeUnsaved(name, {});
    setRestored(null);
    form.current?.removeAttribute(unsavedMark);
    // The form may stay open: what it shows now is saved.
    if (form.current) {
      initial.current = new Map([...controlsOf(form.current)].map(([key, control]) => [key, valueNow(control)]));
    }
  }, [name, form]);

  const discard = useCallback(() => {
    if (form.current) {
      for (const [key, control] of controlsOf(form.current)) {
        setControl(control, initial.current.get(key) ?? valueOfPage(control));
      }
    }
    forget();
  }, [form, forget]);

  return { restored, forget, discard };
}
