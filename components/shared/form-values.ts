type Values = Record<string, unknown>;

const isList = (key: string | undefined) => key !== undefined && /^\d{1,3}$/.test(key);

/** Sets a value at "a.b.0.c": names with dots become objects, numbers become array indexes. */
export function put(target: Values, name: string, value: unknown) {
  const steps = name.split(".");
  let here: Values = target;
  steps.forEach((step, index) => {
    if (index === steps.length - 1) {
      here[step] = value;
      return;
    }
    const existing = here[step];
    // An array is an object with numeric keys, so one assignment serves both.
    const next = (existing ?? (isList(steps[index + 1]) ? [] : {})) as Values;
    here[step] = next;
    here = next;
  });
}

function valueOf(element: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): unknown {
  if (element instanceof HTMLSelectElement && element.multiple) {
    return Array.from(element.selectedOptions, (option) => option.value);
  }
  if (element instanceof HTMLInputElement && element.type === "number") {
    return Number.isNaN(element.valueAsNumber) ? undefined : element.valueAsNumber;
  }
  if (element.value === "") return undefined;
  return element.dataset.as === "number" ? Number(element.value) : element.value;
}

/**
 * The values of a form as input of a procedure: groups of checkboxes become arrays, a single checkbox true or false,
 * number inputs numbers; empty fields are left out.
 */
export function formValues(form: HTMLFormElement): Values {
  const values: Values = {};
  const groups = new Map<string, string[]>();
  for (const element of form.elements) {
    const isControl =
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement;
    if (!isControl || !element.name || element.matches(":disabled")) continue;
    if (element instanceof HTMLInputElement) {
      if (element.type === "file" || element.type === "submit") continue;
      if (element.type === "checkbox" && element.dataset.group !== undefined) {
        const chosen = groups.get(element.name) ?? [];
        if (element.checked) chosen.push(element.value);
        groups.set(element.name, chosen);
        continue;
      }
      if (element.type === "checkbox") {
        put(values, element.name, element.checked);
        continue;
      }
      if (element.type === "radio" && !element.checked) continue;
    }
    put(values, element.name, valueOf(element));
  }
  for (const [name, chosen] of groups) put(values, name, chosen);
  return values;
}
