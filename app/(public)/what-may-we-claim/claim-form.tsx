import { useTranslations } from "@/messages/use-translations";
import type { ReactNode } from "react";
import { ActionSelect } from "@/components/programme/action-select";
import { CallYearInput, KindSelect, StrandSelect } from "@/components/programme/call-controls";
import { OrganisationRows } from "@/components/programme/organisation-rows";
import { PlainInput, PlainSelect } from "@/components/programme/plain-controls";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { editionsOf } from "@/domain/programme/actions";
import { type ClaimField, claimFields, transferCategories } from "@/domain/programme/claim-fields";
import { countryName } from "@/domain/programme/country-names";
import type { BudgetCategory } from "@/domain/programme/editions";
import { staffCategories } from "@/domain/programme/staff-rates";
import { unitCostsOf } from "@/domain/programme/unit-costs";
import { formRows, unreadableFields } from "../can-we-apply/question";
import { categoriesOf, type Claim, formLines, type Line, lineName, lineProblem, problemOf } from "./claim";

export const claimPath = "/what-may-we-claim";

type Props = {
  claim: Claim;
  wantsMore: boolean;
  locale: string;
  /** The answers, each below the fields it is calculated from. */
  answers: { grant: ReactNode; transfer: ReactNode; reduction: ReactNode };
};

/** A part of the form with its own button, which leads to its answer. */
function Part({ id, children }: { id: "grant" | "transfer" | "reduction"; children: ReactNode }) {
  const t = useTranslations("programme.claim");
  return (
    <section aria-labelledby={id} className="border-line grid gap-4 border-t pt-6">
      <h2 id={id} className="font-serif text-xl font-semibold">
        {t(`${id}.title`)}
      </h2>
      <p className="text-ink-soft max-w-prose">{t(`${id}.lead`)}</p>
      {children}
    </section>
  );
}

function Calculate({ part, children }: { part: string; children?: ReactNode }) {
  const t = useTranslations("programme.claim");
  return (
    <div className="no-print flex flex-wrap gap-3">
      <Button type="submit" needsScript={false} kind="primary" formAction={`${claimPath}#${part}`}>
        {t("calculate")}
      </Button>
      {children}
    </div>
  );
}

type FieldProps = { claim: Claim; category: BudgetCategory; field: ClaimField; line: Line; locale: string };

/** One field of a line; its options depend on the call and the organisations. */
function LineField({ claim, category, field, line, locale }: FieldProps) {
  const t = useTranslations("programme");
  const common = { name: lineName(category, field), label: t(`claim.fields.${field}`) };
  const problem = lineProblem(category, line, field);
  const { call } = claim;
  switch (field) {
    case "organisation": {
      const options = call.rows.map(({ country }, index) => ({
        value: String(index),
        label: `${String(index + 1)}. ${countryName(country, locale)}`,
      }));
      return <PlainSelect {...common} value={line.organisation ?? "0"} options={options} />;
    }
    case "staff": {
      const options = staffCategories.map((value) => ({ value, label: t(`staff.${value}`) }));
      return <PlainSelect {...common} value={line.staff ?? "teacher"} options={options} />;
    }
    case "green": {
      const options = (["no", "yes"] as const).map((value) => ({ value, label: t(`claim.green.${value}`) }));
      return <PlainSelect {...common} value={line.green ?? "no"} options={options} />;
    }
    case "activity": {
      const known = unitCostsOf(call.action, Number(call.callYear))?.activities ?? [];
      const options = known.map(({ activity }) => ({ value: activity, label: t(`activities.${activity}`) }));
      return <PlainSelect {...common} value={line.activity ?? ""} options={options} />;
    }
    case "part": {
      const options = (["other", "management"] as const).map((value) => ({ value, label: t(`claim.part.${value}`) }));
      return <PlainSelect {...common} value={line.part ?? "other"} options={options} />;
    }
    case "participants":
    case "km":
    case "days":
    case "local":
    case "foreign":
    case "virtual":
    case "euro":
      return (
        <PlainInput
          {...common}
          inputMode="decimal"
          defaultValue={line[field]}
          error={problem ? t(`claim.${problem}`) : undefined}
        />
      );
  }
}

function BudgetLines({ claim, category, locale }: { claim: Claim; category: BudgetCategory; locale: string }) {
  const t = useTranslations("programme");
  const fields = claimFields[category];
  if (fields.length === 0) return null;
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-semibold">{t(`categories.${category}`)}</legend>
      {formLines(claim, category).map((line, index) => (
        <div key={index} className="grid gap-3 sm:grid-cols-3">
          {fields.map((field) => (
            <LineField key={field} {...{ claim, category, field, line, locale }} />
          ))}
        </div>
      ))}
    </fieldset>
  );
}

function TransferFields({ claim }: { claim: Claim }) {
  const t = useTranslations("programme");
  const errorOf = (text: string | undefined) => {
    const problem = text ? problemOf(text) : null;
    return problem ? t(`claim.${problem}`) : undefined;
  };
  return (
    <div className="grid gap-4">
      {transferCategories.map((category) => (
        <fieldset key={category} className="grid gap-3 sm:grid-cols-[2fr_1fr_1fr] sm:items-end">
          <legend className="contents">
            <span className="font-semibold">{t(`categories.${category}`)}</span>
          </legend>
          {(["awarded", "actual"] as const).map((name) => (
            <PlainInput
              key={name}
              name={`${name}.${category}`}
              label={t(`claim.fields.${name}`)}
              inputMode="decimal"
              defaultValue={claim[name][category]}
              error={errorOf(claim[name][category])}
            />
          ))}
        </fieldset>
      ))}
    </div>
  );
}

/** The call, the consortium and the budget as one GET form, so that its state is in the address. */
export function ClaimForm({ claim, wantsMore, locale, answers }: Props) {
  const t = useTranslations("programme");
  const { call } = claim;
  const unreadable = unreadableFields(call);
  const errorOf = (field: "callYear" | "months") => (unreadable.includes(field) ? t("apply.unreadable") : undefined);
  const categories = categoriesOf(claim);
  const editions = editionsOf(call.action, Number(call.callYear));
  return (
    <form method="get" action={`${claimPath}#grant`} className="grid max-w-form gap-8">
      <div className="grid gap-4">
        <ActionSelect value={call.action} />
        <div className="grid gap-4 sm:grid-cols-3">
          <CallYearInput label={t("apply.callYear")} value={call.callYear} error={errorOf("callYear")} />
          <PlainInput
            name="months"
            label={t("apply.months")}
            inputMode="numeric"
            defaultValue={call.months}
            error={errorOf("months")}
          />
          {editions.some((edition) => edition.kinds.length > 0) ? <KindSelect value={call.kind} /> : null}
          <StrandSelect value={call.strand} strands={editions.flatMap(({ strand }) => strand ?? [])} />
        </div>
        <details open={call.rows.length === 0 || wantsMore}>
          <summary className="link w-fit">{t("claim.organisations", { count: call.rows.length })}</summary>
          <div className="grid gap-3 pt-3">
            <p className="no-print text-ink-soft text-sm">{t("apply.emptyRows")}</p>
            <OrganisationRows rows={formRows(call, wantsMore)} locale={locale} />
          </div>
        </details>
        <div className="no-print flex flex-wrap gap-3">
          <Button type="submit" needsScript={false} kind={categories.length === 0 ? "primary" : "plain"}>
            {t("claim.show")}
          </Button>
          <Button type="submit" needsScript={false} name="more" value="yes">
            {t("claim.more")}
          </Button>
        </div>
      </div>
      {call.action === "" ? <Notice>{t("claim.start")}</Notice> : null}
      {call.action !== "" && categories.length === 0 ? <Notice tone="due">{t("claim.noCategories")}</Notice> : null}
      {categories.length > 0 ? (
        <>
          <Part id="grant">
            {categories.map((category) => (
              <BudgetLines key={category} {...{ claim, category, locale }} />
            ))}
            <Calculate part="grant">
              <Button type="submit" needsScript={false}>
                {t("claim.moreLines")}
              </Button>
            </Calculate>
            {answers.grant}
          </Part>
          <Part id="transfer">
            <TransferFields claim={claim} />
            <Calculate part="transfer" />
            {answers.transfer}
          </Part>
          <Part id="reduction">
            <PlainInput
              name="score"
              label={t("claim.fields.score")}
              inputMode="decimal"
              className="max-w-60"
              defaultValue={claim.score}
              error={claim.score !== "" && problemOf(claim.score) ? t("claim.unreadable") : undefined}
            />
            <Calculate part="reduction" />
            {answers.reduction}
          </Part>
        </>
      ) : null}
    </form>
  );
}
