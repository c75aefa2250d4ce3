import { countryName } from "@/domain/programme/country-names";
import { languageName } from "@/domain/display-names";
import { env } from "@/server/env";
import type { FollowedNews } from "@/server/follows/queries/read-followed";
import type { Letter } from "../letter";
import type { MailTranslator } from "../mail-translator";
import { stopUrl } from "../stop";

function linesOf(news: FollowedNews, { t, locale }: MailTranslator): string[] {
  if (news.kind === "search") {
    const more = news.count - news.items.length;
    const items = news.items.map(({ title, organisation, country }) =>
      [title, organisation, countryName(country, locale)].join(", "),
    );
    return more > 0 ? [...items, t("followed.more", { count: more })] : items;
  }
  const names = new Intl.ListFormat(locale).format(news.languages.map((code) => languageName(code, locale)));
  return [
    ...(news.reports > 0 ? [t("followed.reports", { count: news.reports })] : []),
    ...(news.isChanged ? [t("followed.changed")] : []),
    ...(news.languages.length > 0 ? [t("followed.translated", { languages: names })] : []),
  ];
}

/** The weekly e-mail about practices and searches that a person follows. */
export const followLetters = {
  followed: (translator: MailTranslator, { news }: { news: FollowedNews[] }, address: string): Letter => {
    const { t } = translator;
    return {
      subject: t("followed.subject", { name: news[0]?.name ?? "", more: news.length - 1 }),
      title: t("followed.title"),
      paragraphs: [],
      sections: news.map((one) => ({
        title: one.name,
        url: `${env().APP_URL}${one.path}`,
        lines: linesOf(one, translator),
      })),
      button: { label: t("followed.button"), url: `${env().APP_URL}/following` },
      footer: [t("followed.footer")],
      stop: { label: t("followed.stop"), url: stopUrl(address, "follows") },
    };
  },
};
