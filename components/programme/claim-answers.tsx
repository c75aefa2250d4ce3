import { useLocale } from "next-intl";
import { useTranslations } from "@/messages/use-translations";
import { formatCents } from "@/domain/money";
import { claimFields } from "@/domain/programme/claim-fields";
import type { getGrant, getReduction, getTransfer } from "@/server/programme/queries";
import { Notice, type NoticeTone } from "../ui/notice";
import { RowHead, Table, Tbody, Td, Th, Thead } from "../ui/table";
import { FindingList } from "./finding-list";

type Grant = Awaited<ReturnType<typeof getGrant>>;
type Transfer = Awaited<ReturnType<typeof getTransfer>>;
type Reduction = Awaited<ReturnType<typeof getReduction>>;

/** The estimate: each line by the rates and after the limits, the sum, and the rules that were applied. */
export function GrantAnswer({ answer }: { answer: Grant }) {
  const t = useTranslations("programme");
  const locale = useLocale();
  const money = (cents: number | null) => (cents === null ? t("claim.notCalculated") : formatCents(cents, locale));
  const { lines, totals, ceiling, findings } = answer;
  // A package of a lump sum divides it and is not counted again.
  const rows = lines.map((line, index) => ({ ...line, key: `${line.category} ${String(index)}` }));
  return (
    <div className="grid gap-5" role="group" aria-label={t("claim.grant.answer")}>
      <Table caption={t("claim.grant.answer")} showCaption>
        <Thead>
          <Th>{t("claim.line")}</Th>
          <Th numeric>{t("claim.byRates")}</Th>
          <Th numeric>{t("claim.afterLimits")}</Th>
        </Thead>
        <Tbody>
          {rows.map(({ key, category, calculatedCents, awardedCents }) => (
            <tr key={key}>
              <RowHead>{t(`categories.${category}`)}</RowHead>
              <Td numeric>{claimFields[category].includes("part") ? "" : money(calculatedCents)}</Td>
              <Td numeric>{money(awardedCents)}</Td>
            </tr>
          ))}
          <tr className="font-semibold">
            <RowHead>{t("claim.total")}</RowHead>
            <Td numeric>{money(totals.calculatedCents)}</Td>
            <Td numeric>{money(totals.awardedCents)}</Td>
          </tr>
        </Tbody>
      </Table>
      {ceiling ? <p>{t("claim.ceiling", { amount: formatCents(ceiling.maxCents, locale) })}</p> : null}
      <FindingList findings={[...findings, ...lines.flatMap((line) => line.findings)]} />
    </div>
  );
}

const transferTones: Record<Transfer["verdict"], NoticeTone> = { stands: "approved", amendment: "late", check: "due" };

/** Whether an actual budget needs an amendment, and why. */
export function TransferAnswer({ answer }: { answer: Transfer }) {
  const t = useTranslations("programme.claim");
  const locale = useLocale();
  const { verdict, transferredCents, findings } = answer;
  return (
    <div className="grid gap-4" role="group" aria-label={t("transfer.answer")}>
      <Notice tone={transferTones[verdict]} title={t(`transfer.${verdict}`)}>
        {t("transfer.moved", { amount: formatCents(transferredCents, locale) })}
      </Notice>
      <FindingList findings={findings} />
    </div>
  );
}

/** The reduction of the grant for the score of the final report. */
export function ReductionAnswer({ answer }: { answer: Reduction }) {
  const t = useTranslations("programme.claim");
  const { percent, findings } = answer;
  return (
    <div className="grid gap-4" role="group" aria-label={t("reduction.answer")}>
      {percent === null ? null : (
        <Notice tone={percent === 0 ? "approved" : "due"} title={t("reduction.percent", { percent })} />
      )}
      <FindingList findings={findings} />
    </div>
  );
}
