import { useLocale } from "next-intl";
import { useTranslations } from "@/messages/use-translations";
import { useId } from "react";
import { formatCents } from "@/domain/money";
import type { Certainty } from "@/domain/programme/certainty";
import type { Source } from "@/domain/programme/sources";
import type { getUnitCosts } from "@/server/programme/unit-costs";
import { Notice } from "../ui/notice";
import { RowHead, Table, Tbody, Td, Th, Thead } from "../ui/table";
import { SourceLine } from "./certainty";

type Costs = ReturnType<typeof getUnitCosts>;
type Sourced = { source: Source; certainty: Certainty };

type RateTableProps<Row> = {
  caption: string;
  head: string;
  rows: readonly Row[];
  labelOf: (row: Row) => string;
  columns: readonly { name: string; centsOf: (row: Row) => number | null }[];
};

const keyOf = ({ source, certainty }: Sourced) => `${source.title} ${String(source.year)} ${certainty}`;

/** Amounts, with each source named once below the table; rows refer to it by number where there are several. */
function RateTable<Row extends Sourced>({ caption, head, rows, labelOf, columns }: RateTableProps<Row>) {
  const t = useTranslations("programme.unitCosts");
  const locale = useLocale();
  const id = useId();
  if (rows.length === 0) return null;
  const sources = [...new Map(rows.map((row) => [keyOf(row), row])).values()];
  const numberOf = (row: Row) => sources.findIndex((source) => keyOf(source) === keyOf(row)) + 1;
  const noteOf = (number: number) => `${id}-${String(number)}`;
  return (
    <div className="grid max-w-form gap-2">
      <Table caption={caption} showCaption>
        <Thead>
          <Th>{head}</Th>
          {columns.map(({ name }) => (
            <Th key={name} numeric>
              {name}
            </Th>
          ))}
        </Thead>
        <Tbody>
          {rows.map((row) => (
            <tr key={labelOf(row)}>
              <RowHead>
                {labelOf(row)}
                {sources.length > 1 ? (
                  <sup className="ms-1 font-normal">
                    <a href={`#${noteOf(numberOf(row))}`} className="link">
                      <span className="sr-only">{t("certaintyHead")} </span>
                      {numberOf(row)}
                    </a>
                  </sup>
                ) : null}
              </RowHead>
              {columns.map(({ name, centsOf }) => {
                const cents = centsOf(row);
                return (
                  <Td key={name} numeric>
                    {cents === null ? t("none") : formatCents(cents, locale)}
                  </Td>
                );
              })}
            </tr>
          ))}
        </Tbody>
      </Table>
      <ol className={sources.length > 1 ? "text-ink-soft list-decimal ps-5 text-sm" : undefined}>
        {sources.map((source, index) => (
          <li key={keyOf(source)} id={noteOf(index + 1)}>
            <SourceLine source={source.source} certainty={source.certainty} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function BandTable({ caption, bands, green }: { caption: string; bands: Costs["travel"]; green: boolean }) {
  const t = useTranslations("programme.unitCosts");
  return (
    <RateTable
      caption={caption}
      head={t("band")}
      rows={bands}
      labelOf={({ fromKm: from, toKm: to }) => (to === null ? t("openBand", { from }) : t("closedBand", { from, to }))}
      columns={[
        { name: t("amount"), centsOf: ({ cents }) => cents },
        ...(green ? [{ name: t("green"), centsOf: ({ greenCents }: Costs["travel"][number]) => greenCents }] : []),
      ]}
    />
  );
}

type FigureTableProps = {
  caption: string;
  amount: string;
  rows: readonly (Costs["others"][number] & { label: string })[];
};

function FigureTable({ caption, amount, rows }: FigureTableProps) {
  const t = useTranslations("programme.unitCosts");
  return (
    <RateTable
      caption={caption}
      head={t("item")}
      rows={rows}
      labelOf={({ label }) => label}
      columns={[{ name: amount, centsOf: ({ cents }) => cents }]}
    />
  );
}

/** All rates of a call year. */
export function RateTables({ costs, year }: { costs: Costs; year: string }) {
  const t = useTranslations("programme.unitCosts");
  const staff = useTranslations("programme.staff");
  const others = costs.others.map((figure) => ({ ...figure, label: t(figure.item) }));
  const days = costs.staff.map((figure) => ({ ...figure, label: staff(figure.item) }));
  const nothing = costs.travel.length + costs.meeting.length + others.length === 0;
  return (
    <div className="grid gap-8">
      {nothing ? <Notice>{t("noBands")}</Notice> : null}
      <BandTable
        caption={t("bands", { year })}
        bands={costs.travel}
        green={costs.travel.some((band) => band.greenCents !== null)}
      />
      <BandTable caption={t("meetings", { year })} bands={costs.meeting} green={false} />
      <FigureTable caption={t("others", { year })} amount={t("rate")} rows={others} />
      <FigureTable caption={t("staff", { year })} amount={t("day")} rows={days} />
    </div>
  );
}
