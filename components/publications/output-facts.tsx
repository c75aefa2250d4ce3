import { useLocale } from "next-intl";
import { dayInBrussels } from "@/domain/dates";
import { languageName } from "@/domain/display-names";
import { licenceAddress, licenceKey } from "@/domain/licences";
import { type Aim, impacts, objectives } from "@/domain/programme/vocabulary";
import type { PublicOutput } from "@/domain/schemas/public";
import { useTranslations } from "@/messages/use-translations";
import { AimLinks } from "../programme/aim-links";
import { CalendarDate } from "../ui/date-time";
import { FactList } from "./fact-list";

/** What is known about an output, beside its page. */
export function OutputFacts({ page }: { page: PublicOutput }) {
  const t = useTranslations("publications.page");
  const topics = useTranslations("publications.topics");
  const groups = useTranslations("publications.targetGroups");
  const fields = useTranslations("publications.educationFields");
  const licences = useTranslations("practices.licences");
  const locale = useLocale();
  const aims = (served: readonly Aim[]) => (served.length === 0 ? null : <AimLinks key="aims" aims={served} />);
  const listed = (names: readonly string[]) => names.join(", ");
  return (
    <FactList
      facts={[
        [t("published"), <CalendarDate key="day" value={dayInBrussels(page.publishedAt)} style="long" />],
        [
          t("licence"),
          <a key="licence" href={licenceAddress(page.licence)} rel="license noopener" className="link">
            {licences(licenceKey(page.licence))}
          </a>,
        ],
        [t("languages"), listed(page.languages.map((code) => languageName(code, locale)))],
        [t("targetGroups"), listed(page.targetGroups.map((key) => groups(key)))],
        [t("level"), page.eqfLevel === null ? "" : t("levelValue", { level: page.eqfLevel })],
        [t("field"), page.iscedField === null ? "" : fields(page.iscedField)],
        [t("topics"), listed(page.topics.map((key) => topics(key)))],
        [t("keywords"), listed(page.keywords)],
        [t("objectives"), aims(objectives.filter((aim) => page.objectives.includes(aim)))],
        [t("impacts"), aims(impacts.filter((aim) => page.impacts.includes(aim)))],
        [t("reference"), page.project.grantReference],
      ]}
    />
  );
}
