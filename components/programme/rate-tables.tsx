import { useLocale, useTranslations } from "next-intl";
import { formatCents } from "@/domain/money";
import type { getUnitCosts } from "@/server/programme/unit-costs";
import { Notice } from "../ui/notice";
import { RowHead, Table, Tbody, Td, Th, Thead } from "../ui/table";
import { SourceLine } from "./certainty";

type Costs = ReturnType<typeof getUnitCosts>;
type Bands = Costs["travel"];

function BandTable({ caption, bands, green }: { caption: string; bands: Bands; green: boolean }) {
  const t = useTranslations("programme.unitCosts");
  const locale = useLocale();
  if (bands.length === 0) return null;
  return (
    <Table caption={caption} showCaption>
      <Thead>
        <Th>{t("band")}</Th>
        <Th numeric>{t("amount")}</Th>
        {green ? <Th numeric>{t("green")}</Th> : null}
        <Th>{t("certaintyHead")}</Th>
      </Thead>
      <Tbody>
        {bands.map(({ fromKm: from, toKm: to, cents, greenCents, source, certainty }) => (
          <tr key={from}>
            <RowHead>{to === null ? t("openBand", { from }) : t("closedBand", { from, to })}</RowHead>
            <Td numeric>{formatCents(cents, locale)}</Td>
            {green ? <Td numeric>{greenCents === null ? t("none") : formatCents(greenCents, locale)}</Td> : null}
            <Td>
              <SourceLine source={source} certainty={certainty} />
            </Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}

type FigureTableProps = {
  caption: string;
  amount: string;
  rows: readonly (Costs["others"][number] & { label: string })[];
};

function FigureTable({ caption, amount, rows }: FigureTableProps) {
  const t = useTranslations("programme.unitCosts");
  const locale = useLocale();
  if (rows.length === 0) return null;
  return (
    <Table caption={caption} showCaption>
      <Thead>
        <Th>{t("item")}</Th>
        <Th numeric>{amount}</Th>
        <Th>{t("certaintyHead")}</Th>
      </Thead>
      <Tbody>
        {rows.map(({ item, label, cents, source, certainty }) => (
          <tr key={item}>
            <RowHead>{label}</RowHead>
            <Td numeric>{cents === null ? t("none") : formatCents(cents, locale)}</Td>
            <Td>
              <SourceLine source={source} certainty={certainty} />
            </Td>
          </tr>
        ))}
      </Tbody>
    </Table>
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
