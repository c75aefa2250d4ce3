import type { DraftData } from "../schemas/projects";
import { editionsOf, yearsOf } from "./actions";
import type { ParsedReference, ReferenceForm } from "./references";

/** What a reference says about a project, merged into the current draft. */
export interface ReferencedDraft {
  data: DraftData;
  /** An action that is not in Key Action 2, or unknown. */
  otherAction: string | null;
  /** The coordinator's country, when none of the person's organisations is there. */
  otherCountry: string | null;
}

interface Own {
  id: string;
  country: string;
}

// Only awarded projects have a reference; a form id belongs to an application.
const awarded: ReadonlySet<ReferenceForm> = new Set([
  "agency_project",
  "executive_agency_project",
  "executive_agency_number",
]);
const notOfProjects: ReadonlySet<ReferenceForm> = new Set(["oid", "pic"]);

/** The call year of an action whose reference has none: the draft's, if the action existed then, else its last one. */
function yearFor(action: string, current: number | undefined): number | undefined {
  if (current !== undefined && editionsOf(action, current).length > 0) return current;
  return yearsOf(action)?.to;
}

/** Fills in what a reference says. Every field it set is in `guessed`; null when it sets nothing. */
export function draftFromReference(
  { valid, normalised, parts }: ParsedReference,
  before: DraftData,
  own: readonly Own[],
): ReferencedDraft | null {
  if (!valid || !parts || notOfProjects.has(parts.form)) return null;
  const { action, country } = parts;
  const callYear = parts.callYear ?? (action ? yearFor(action, before.callYear) : undefined);
  const editions = action && callYear ? editionsOf(action, callYear) : [];
  const [edition] = editions;
  const only = edition?.fields.length === 1 ? edition.fields[0] : undefined;
  const field = only ?? (parts.field && edition?.fields.includes(parts.field) ? parts.field : undefined);
  const strand = editions.find((one) => one.strand !== undefined && one.strand === parts.strand)?.strand;
  const current = own.find(({ id }) => id === before.organisationId) ?? own[0];
  const coordinator = !country || current?.country === country ? current : own.find((one) => one.country === country);
  const changes: Partial<DraftData> = {
    ...(callYear === undefined ? {} : { callYear }),
    ...(edition ? { actionCode: edition.action } : {}),
    ...(field ? { field } : {}),
    ...(strand ? { strand } : {}),
    ...(awarded.has(parts.form) && normalised ? { grantReference: normalised } : {}),
    ...(coordinator && coordinator.id !== current?.id ? { organisationId: coordinator.id } : {}),
  };
  if (Object.keys(changes).length === 0) return null;
  const sameAction = edition !== undefined && edition.action === before.actionCode && callYear === before.callYear;
  // Removes the fields that belong to another call or action.
  const follows = sameAction
    ? {}
    : {
        actionCode: undefined,
        field: undefined,
        strand: undefined,
        kind: edition?.kinds.length === 1 ? edition.kinds[0] : undefined,
      };
  const replaced = callYear === undefined ? {} : follows;
  const guesses = (before.guessed ?? []).filter((name) => !(name in changes) && !(name in replaced));
  return {
    data: { ...before, ...replaced, ...changes, guessed: [...guesses, ...Object.keys(changes)] },
    otherAction: action && !edition ? action : null,
    otherCountry: country && !coordinator ? country : null,
  };
}
