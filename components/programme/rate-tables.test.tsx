import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import programme from "@/messages/en/programme.json";
import { getUnitCosts } from "@/server/programme/unit-costs";
import { RateTables } from "./rate-tables";

it("tables of unit costs name each source once, below the table", () => {
  const costs = getUnitCosts({ callYear: 2019, country: "ES" });
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale="en-GB" timeZone="Europe/Brussels" messages={{ programme }}>
      <RateTables costs={costs} year="2019" />
    </NextIntlClientProvider>,
  );
  const parts = markup.split("</table>");
  const tables = [costs.travel, costs.meeting, costs.others, costs.staff].filter((rows) => rows.length > 0);
  expect(parts).toHaveLength(tables.length + 1);
  for (const [index, rows] of tables.entries()) {
    const below = (parts[index + 1] ?? "").split("<table")[0] ?? "";
    const sources = new Set(rows.map(({ source, certainty }) => `${source.title} ${certainty}`));
    expect(below.match(/<li/gu)).toHaveLength(sources.size);
    expect(parts[index]?.split("<table")[1]).not.toContain("Source: ");
  }
});
