import { useLocale } from "next-intl";
import { useTranslations } from "@/messages/use-translations";
import {
  checkEligibility,
  type EligibilityInput,
  type Standing,
  standingOf,
  type Verdict,
} from "@/domain/programme/eligibility";
import { presentFinding, type Translate } from "@/domain/programme/present";
import { FindingList } from "../programme/finding-list";
import { Notice, type NoticeTone } from "../ui/notice";

const TONES: Record<Verdict, NoticeTone> = { eligible: "approved", not_eligible: "due", check: "due" };

/** The findings that decide the result; reminders are shown separately. */
const deciding: readonly Standing[] = ["missing", "open"];

type Props = {
  input: EligibilityInput;
  /** Shows only the result and what must be corrected. */
  short?: boolean;
  /** The project has a grant reference, so the question is no longer whether it can apply. */
  awarded?: boolean;
};

/** The eligibility of a consortium: the result, what is missing, and the source. */
export function Eligibility({ input, short = false, awarded = false }: Props) {
  const t = useTranslations("programme");
  const tEligibility = useTranslations("projects.eligibility");
  const locale = useLocale();
  const { verdict, findings } = checkEligibility(input);
  // The rules select their sentences by key, and a missing key would be shown as its own name.
  const translate = t as unknown as Translate;
  const presented = findings.map((finding) => ({ ...finding, message: presentFinding(finding, translate, locale) }));
  const open = presented.filter((finding) => standingOf(finding) !== "fulfilled");
  const fulfilled = presented.filter((finding) => standingOf(finding) === "fulfilled");
  return (
    <div className="grid gap-4">
      <Notice tone={TONES[verdict]} title={t(`verdict.${awarded ? (`awarded_${verdict}` as const) : verdict}`)} />
      {short ? (
        <FindingList findings={open.filter((finding) => deciding.includes(standingOf(finding)))} sources={false} />
      ) : (
        <>
          <FindingList findings={open} />
          {fulfilled.length > 0 ? (
            <details>
              <summary className="link w-fit">{tEligibility("fulfilled", { count: fulfilled.length })}</summary>
              <div className="pt-3">
                <FindingList findings={fulfilled} />
              </div>
            </details>
          ) : null}
        </>
      )}
    </div>
  );
}

/** The branches of the programme's messages that rules of consortia use. */
export const eligibilityMessages = [
  "programme.findingList",
  "programme.certainty",
  "programme.verdict",
  "programme.organisationTypes",
  "programme.groups",
  "programme.strands",
  "programme.kinds",
  "programme.actions",
  ..."min_organisations min_countries max_organisations max_programme_organisations min_of_types types_unclear type_unknown only_types group_per_country group_incomplete coordinator_from coordinator_type coordinator_type_unclear coordinator_age coordinator_age_unclear third_countries third_countries_none added_value third_country_count third_country_one types_in_each_third_country small_system balance one_region national_regions min_countries_of_region other_region_beside charter pact_for_skills check_guide one_coordinator country_unknown call_year_outside action_unknown action_not_in_year strand_missing strand_unknown kind duration duration_only duration_invalid"
    .split(" ")
    .map((rule) => `programme.findings.${rule}`),
];
