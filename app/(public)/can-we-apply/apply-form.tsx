import { useTranslations } from "@/messages/use-translations";
import { ActionSelect } from "@/components/programme/action-select";
import { CallYearInput, KindSelect, StrandSelect } from "@/components/programme/call-controls";
import { OrganisationRows } from "@/components/programme/organisation-rows";
import { PlainInput } from "@/components/programme/plain-controls";
import { Button } from "@/components/ui/button";
import { actionsOf } from "@/domain/programme/actions";
import { strands } from "@/domain/programme/vocabulary";
import { formRows, unreadableFields, type Question } from "./question";

type Props = { question: Question; wantsMore: boolean; locale: string };

/** The consortium as a GET form, so that its state is in the address. */
export function ApplyForm({ question, wantsMore, locale }: Props) {
  const t = useTranslations("programme");
  const unreadable = unreadableFields(question);
  const errorOf = (field: (typeof unreadable)[number]) =>
    unreadable.includes(field) ? t("apply.unreadable") : undefined;
  // Before an action is selected all strands and kinds are offered, then only those of the action.
  const chosen = actionsOf().filter(({ action }) => action === question.action);
  const own = chosen.flatMap(({ strand }) => strand ?? []);
  const hasKinds = chosen.length === 0 || chosen.some((edition) => edition.kinds.length > 0);
  const offered = question.action === "" ? strands : strands.filter((strand) => own.includes(strand));
  return (
    <form method="get" action="/can-we-apply#answer" className="grid gap-5">
      <ActionSelect value={question.action} />
      <div className="grid gap-4 sm:grid-cols-3">
        <CallYearInput label={t("apply.callYear")} value={question.callYear} error={errorOf("callYear")} />
        <PlainInput
          name="months"
          label={t("apply.months")}
          type="number"
          min={1}
          max={48}
          defaultValue={question.months}
          error={errorOf("months")}
        />
        <PlainInput
          name="grant"
          label={t("apply.grant")}
          inputMode="decimal"
          defaultValue={question.grant}
          error={errorOf("grant")}
        />
        {hasKinds ? <KindSelect value={question.kind} /> : null}
        <StrandSelect value={question.strand} strands={offered} />
        <PlainInput name="founded" label={t("apply.founded")} type="date" defaultValue={question.founded} />
        <label className="flex items-start gap-2.5 self-end py-2">
          <input
            type="checkbox"
            name="longTerm"
            value="yes"
            defaultChecked={question.longTerm}
            className="mt-0.5 size-4.5 shrink-0"
          />
          <span>{t("apply.longTerm")}</span>
        </label>
      </div>
      <div className="grid gap-3">
        <h2 className="font-serif text-xl font-semibold">{t("apply.organisations")}</h2>
        <p className="no-print text-ink-soft text-sm">{t("apply.emptyRows")}</p>
        <OrganisationRows rows={formRows(question, wantsMore)} locale={locale} />
      </div>
      <div className="no-print flex flex-wrap gap-3">
        <Button type="submit" needsScript={false} kind="primary">
          {t("apply.check")}
        </Button>
        <Button type="submit" needsScript={false} name="more" value="yes">
          {t("apply.more")}
        </Button>
      </div>
    </form>
  );
}
