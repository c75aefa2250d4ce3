import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { languageName } from "@/domain/display-names";
import { licenceAddress, licenceKey } from "@/domain/licences";
import { countryName } from "@/domain/programme/country-names";
import { type Aim, impacts, objectives } from "@/domain/programme/vocabulary";
import type { PublicContent, PublicPractice } from "@/domain/schemas/public";
import { useTranslations } from "@/messages/use-translations";
import { AimLinks } from "../programme/aim-links";
import { FactList } from "../publications/fact-list";
import { languageAt } from "./practice-article";

type Props = {
  content: PublicContent;
  /** As of `PracticeArticle`. */
  shown?: PublicPractice["shown"];
  /** The country of the organisation, where the practice names no other. */
  country: string;
  /** Facts of the page, before those of the description. */
  first?: readonly (readonly [string, ReactNode])[];
  children?: ReactNode;
};

/** What is known about a practice, beside its description. */
export function PracticeFacts({ content, shown, country, first = [], children }: Props) {
  const t = useTranslations("practices.facts");
  const page = useTranslations("publications.page");
  const settings = useTranslations("practices.settings");
  const topics = useTranslations("publications.topics");
  const groups = useTranslations("publications.targetGroups");
  const fields = useTranslations("publications.educationFields");
  const sectors = useTranslations("programme.fields");
  const licences = useTranslations("practices.licences");
  const locale = useLocale();
  const aims = (served: readonly Aim[]) => (served.length === 0 ? null : <AimLinks key="aims" aims={served} />);
  const languages = [...new Set([content.language, ...content.languages])].filter(Boolean);
  return (
    <FactList
      facts={[
        ...first,
        [
          t("forWhom"),
          content.targetGroup ? (
            <bdi key="whom" lang={languageAt("targetGroup", content, shown)}>
              {content.targetGroup}
            </bdi>
          ) : (
            ""
          ),
        ],
        [page("targetGroups"), content.targetGroups.map((key) => groups(key)).join(", ")],
        [
          t("where"),
          [content.setting ? settings(content.setting) : "", countryName(content.country ?? country, locale)]
            .filter(Boolean)
            .join(", "),
        ],
        [t("sector"), sectors(content.field)],
        [page("level"), content.eqfLevel === null ? "" : page("levelValue", { level: content.eqfLevel })],
        [page("field"), content.iscedField === null ? "" : fields(content.iscedField)],
        [page("topics"), content.topics.map((key) => topics(key)).join(", ")],
        [page("languages"), languages.map((code) => languageName(code, locale)).join(", ")],
        [
          page("licence"),
          <a key="licence" href={licenceAddress(content.licence)} rel="license noopener" className="link">
            {licences(licenceKey(content.licence))}
          </a>,
        ],
        [page("objectives"), aims(objectives.filter((aim) => content.objectives.includes(aim)))],
        [page("impacts"), aims(impacts.filter((aim) => content.impacts.includes(aim)))],
      ]}
    >
      {children}
    </FactList>
  );
}
