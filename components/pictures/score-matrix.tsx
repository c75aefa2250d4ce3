/** @jsxImportSource hono/jsx */

import type { HtmlEscapedString } from "hono/utils/html";
import type { Reader } from "@/messages/formatters";
import { translatorFor } from "@/messages/translators";
import { hueOf } from "../ui/hue";
import { PictureChip } from "./chip";
import type { ScoreMatrixData } from "./score-matrix-data";

/** Scores as a table: a row per criterion, a column per reviewer, a bar as high as the score. */
export async function drawScoreMatrix(
  { criteria, reviewers }: ScoreMatrixData,
  reader: Reader,
): Promise<HtmlEscapedString> {
  const t = await translatorFor(reader, "ui.scores");
  const number = new Intl.NumberFormat(reader.locale, { maximumFractionDigits: 1 });
  return (
    <div role="group" aria-label={t("title")} tabindex={0} class="overflow-x-auto">
      <table class="border-collapse">
        <caption class="text-ink-soft pb-2 text-start text-sm">{t("caption")}</caption>
        <thead>
          <tr class="border-line border-b">
            <th scope="col" class="text-ink-soft py-1.5 pe-4 text-start text-sm font-semibold">
              {t("criterion")}
            </th>
            {reviewers.map(({ name, organisation }) => (
              <th scope="col" class="px-2 py-1.5 text-start text-sm font-normal" data-hue={hueOf(organisation.hue)}>
                <PictureChip {...organisation} name={organisation.shortName} />
                <bdi class="text-ink-soft block">{name}</bdi>
              </th>
            ))}
            <th scope="col" class="text-ink-soft py-1.5 ps-4 text-end text-sm font-semibold">
              {t("mean")}
            </th>
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ key, name }) => {
            const given = reviewers.flatMap(({ scores }) => scores[key] ?? []);
            const mean = given.reduce((sum, score) => sum + score, 0) / given.length;
            return (
              <tr class="border-line border-b">
                <th scope="row" dir="auto" class="min-w-36 py-1.5 pe-4 text-start font-normal wrap-break-word">
                  {name}
                </th>
                {reviewers.map(({ organisation, scores }) => {
                  const score = scores[key] ?? null;
                  return (
                    <td data-hue={hueOf(organisation.hue)}>
                      {score === null ? (
                        <span class="heat-cell heat-none text-ink-soft">
                          <abbr title={t("notApplicable")} class="no-underline">
                            {t("none")}
                          </abbr>
                        </span>
                      ) : (
                        <span class="heat-cell" style={`--level:${score}`}>
                          {score}
                        </span>
                      )}
                    </td>
                  );
                })}
                <td class="ps-4 text-end align-bottom text-sm font-semibold">
                  {given.length === 0 ? t("none") : number.format(mean)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
