import type { Route } from "next";
import { getFormatter, getTranslations } from "@/messages/server";
import type { PartnerFigures } from "@/server/activity/partners";
import { Chip } from "../ui/chip";
import { RowHead, Table, Tbody, Td, Th, Thead } from "../ui/table";
import { TextLink } from "../ui/text-link";
import { countedFigures, figureLinks, partnerPath } from "./partner-links";

function Figure({ value, href }: { value: number; href: Route }) {
  return value === 0 ? <span className="text-ink-faint">0</span> : <TextLink href={href}>{value}</TextLink>;
}

type Props = { slug: string; partners: readonly PartnerFigures[] };

/** What each organisation did; each figure leads to what it counts. */
export async function PartnerTable({ slug, partners }: Props) {
  const [t, format] = await Promise.all([getTranslations("activity.figures"), getFormatter()]);
  const page = await getTranslations("activity.page");
  return (
    <>
      <Table caption={page("figures")}>
        <Thead>
          <Th>{t("organisation")}</Th>
          {countedFigures.map((name) => (
            <Th key={name} numeric className="max-w-24 whitespace-normal">
              {t(name)}
            </Th>
          ))}
          <Th numeric className="max-w-24 whitespace-normal">
            {t("reviewDays")}
          </Th>
          <Th>{t("lastActivity")}</Th>
        </Thead>
        <Tbody>
          {partners.map((partner) => {
            const { organisationId, hue, country, shortName, reviewDays, lastActivity } = partner;
            const links = figureLinks(slug, organisationId, {});
            return (
              <tr key={organisationId}>
                <RowHead>
                  <Chip {...{ hue, country }} name={shortName} href={partnerPath(slug, organisationId)} />
                </RowHead>
                {countedFigures.map((name) => (
                  <Td key={name} numeric>
                    <Figure value={partner[name]} href={links[name]} />
                  </Td>
                ))}
                <Td numeric>{reviewDays === null ? "–" : t("days", { days: reviewDays })}</Td>
                <Td className="whitespace-nowrap">
                  {lastActivity === null ? (
                    t("none")
                  ) : (
                    <TextLink href={links.lastActivity}>
                      {format.dateTime(lastActivity, { dateStyle: "medium" })}
                    </TextLink>
                  )}
                </Td>
              </tr>
            );
          })}
        </Tbody>
      </Table>
      <p className="text-ink-soft mt-2 max-w-prose text-sm">{t("note")}</p>
    </>
  );
}
