import { useCallback, useEffect, useState } from "react";
import { v7 as uuid } from "uuid";
import { readUnsaved, writeUnsaved } from "../shared/unsaved-text";
import { emptyPartner, hasText, type Partner } from "./partner";

/**
 * The cards of organisations to invite, kept in the browser until they are sent: their number changes, so that
 * `useUnsavedText`, which keeps the controls of one form, cannot restore them. `draft` names the form and its subject.
 */
export function useUnsavedPartners(draft: string) {
  const [partners, setPartners] = useState<readonly Partner[]>([emptyPartner("first")]);
  const [restored, setRestored] = useState(false);

  useEffect(() => {
    const stored = readUnsaved(draft)["partners"]?.value;
    if (typeof stored !== "string") return;
    // An earlier release may have stored cards with fewer fields.
    setPartners((JSON.parse(stored) as Partner[]).map((one) => ({ ...emptyPartner(one.key), ...one })));
    setRestored(true);
  }, [draft]);

  const change = useCallback(
    (next: readonly Partner[]) => {
      setPartners(next);
      writeUnsaved(draft, next.some(hasText) ? { partners: { value: JSON.stringify(next), before: "" } } : {});
    },
    [draft],
  );
  /** Starts again with one empty card. */
  const forget = useCallback(() => {
    setPartners([emptyPartner(uuid())]);
    setRestored(false);
    writeUnsaved(draft, {});
  }, [draft]);

  return { partners, restored, change, forget };
}
