import { editions } from "@/domain/programme/actions";
import type { Fact, FindingParams, ParamValue } from "@/domain/programme/certainty";
import type { Check, Edition } from "@/domain/programme/editions";
import { presentValues } from "@/domain/programme/present";
import { provenanceOf, presentEdition, type Provenance, type PresentedAction, type Reader } from "./queries";
import { speakerFor, type Speaker } from "./sentences";

export interface RuleSentence extends Provenance {
  text: string;
}

export type RulePage = PresentedAction & { composition: RuleSentence[] };

type Plain = Exclude<Check, { rule: "either" }>;

/** Parameters of a rule for its message. */
function paramsOf(check: Plain): FindingParams {
  const params: Record<string, ParamValue> = { independent: false, exactly: false, withTypes: "any", open: "some" };
  const fields: readonly (readonly [string, unknown])[] = Object.entries(check);
  for (const [key, value] of fields) {
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") params[key] = value;
  }
  if ("types" in check && check.types) {
    params["types"] = check.types;
    params["withTypes"] = check.types[0] ?? "any";
  }
  if ("groups" in check) params["groups"] = check.groups.map(({ group }) => group);
  if ("regions" in check && check.regions !== undefined) {
    if (typeof check.regions === "string") params["open"] = check.regions;
    else params["regions"] = check.regions;
  }
  if ("not" in check && check.not) params["countries"] = check.not;
  if ("country" in check) params["countries"] = [check.country];
  return params;
}

function sentenceOf(check: Check, speaker: Speaker): string {
  const { translate, locale } = speaker;
  if (check.rule === "either") {
    const [first = "", second = ""] = check.of.map((checks) =>
      checks.map((one) => sentenceOf(one, speaker)).join(", "),
    );
    return translate("rules.either", { first, second });
  }
  const values = presentValues(paramsOf(check), translate, locale);
  return translate(`rules.${check.rule}`, { countriesNames: "none", regionsNames: "", ...values });
}

function factOf(check: Check): Fact | null {
  if (check.rule !== "either") return check.fact;
  const [first] = check.of[0] ?? [];
  return first ? factOf(first) : null;
}

function compositionOf({ composition, to }: Edition, speaker: Speaker): RuleSentence[] {
  return composition.flatMap((check) => {
    const fact = factOf(check);
    if (!fact) return [];
    const text = sentenceOf(check, speaker).trim();
    return [{ text, ...provenanceOf(fact, to) }];
  });
}

/** All ranges of years and strands of an action, newest first; empty for an unknown action. */
export async function getRulePages({ locale }: Reader, action: string): Promise<RulePage[]> {
  const speaker = await speakerFor(locale);
  return editions
    .filter((edition) => edition.action === action)
    .map((edition) => ({
      ...presentEdition(edition, speaker, edition.to),
      composition: compositionOf(edition, speaker),
    }))
    .sort((a, b) => b.from - a.from);
}
