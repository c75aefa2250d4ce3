import { pagePerson } from "../providers/page-person";

type Value = string | boolean;
/** What was typed and not saved: by control, its value and the value that the page had for it. */
export type UnsavedValues = Record<string, { value: Value; before: Value }>;
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isChoice = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio");

/** The controls of a form by key; never passwords and files. A choice has a key for each of its options. */
export function controlsOf(form: HTMLFormElement): Map<string, Control> {
  const found = new Map<string, Control>();
  for (const control of form.elements) {
    const typed =
      control instanceof HTMLTextAreaElement ||
      (control instanceof HTMLSelectElement && !control.multiple) ||
      (control instanceof HTMLInputElement && !["password", "file", "hidden", "submit"].includes(control.type));
    if (!typed || !control.name) continue;
    found.set(isChoice(control) ? `${control.name}=${control.value}` : control.name, control);
  }
  return found;
}

export const valueNow = (control: Control): Value => (isChoice(control) ? control.checked : control.value);

/** The value in the HTML of the server, also after the browser restored or the person typed another one. */
export function valueOfPage(control: Control): Value {
  if (isChoice(control)) return control.defaultChecked;
  if (!(control instanceof HTMLSelectElement)) return control.defaultValue;
  const options = [...control.options];
  return (options.find((option) => option.defaultSelected) ?? options[0])?.value ?? "";
}

/** Sets a control as if the person did, so that React and the form's own listeners hear of it. */
export function setControl(control: Control, value: Value): void {
  if (valueNow(control) === value) return;
  if (isChoice(control)) {
    control.click();
    return;
  }
  // React overrides the property of the element; the one of its class changes the value without React's knowledge.
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value")?.set?.call(control, value);
  control.dispatchEvent(new Event(control instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
}

// A visitor's text ends with the tab: nobody signs out who could have it cleared.
const storage = () => (pagePerson() === null ? window.sessionStorage : window.localStorage);
const keyOf = (form: string) => `unsaved ${pagePerson() ?? "visitor"} ${form}`;

/** The text of a form that was typed in this browser by this person and not saved. */
export function readUnsaved(form: string): UnsavedValues {
  try {
    return JSON.parse(storage().getItem(keyOf(form)) ?? "{}") as UnsavedValues;
  } catch {
    // The browser blocks its storage: nothing is kept.
    return {};
  }
}

/** Stores it for the next time the form is shown; nothing typed removes it. */
export function writeUnsaved(form: string, values: UnsavedValues): void {
  try {
    if (Object.keys(values).length === 0) storage().removeItem(keyOf(form));
    else storage().setItem(keyOf(form), JSON.stringify(values));
  } catch {
    // The browser blocks its storage or it is full: the text stays in the open page alone.
  }
}
