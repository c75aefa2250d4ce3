import { useLocale } from "next-intl";
import { useTranslations } from "@/messages/use-translations";
import { countryName } from "@/domain/programme/country-names";
import { Tag } from "../ui/status-badge";

type Props = {
  practice: {
    slug: string;
    title: string;
    need: string;
    field: string;
    language: string;
    organisation: string;
    country: string;
  };
};

/** A practice in a list: title, need, organisation. A plain anchor, because public pages need no client router. */
export function PracticeCard({ practice }: Props) {
  const t = useTranslations("practices.public");
  const fields = useTranslations("programme.fields");
  const locale = useLocale();
  const need = practice.need.length > 180 ? `${practice.need.slice(0, 180).replace(/\s+\S*$/u, "")}…` : practice.need;
  return (
    <li className="border-line bg-paper-raised grid content-start gap-3 rounded-md border p-5">
      <h2 className="font-serif text-lg font-semibold" lang={practice.language}>
        <a href={`/practices/${practice.slug}`} className="underline-offset-4 hover:underline">
          {practice.title}
        </a>
      </h2>
      <p className="text-ink-soft" lang={practice.language}>
        {need}
      </p>
      <p className="flex flex-wrap items-center gap-2 text-sm">
        <Tag>{fields(practice.field)}</Tag>
        {t("by", { organisation: practice.organisation })}, {countryName(practice.country, locale)}
      </p>
    </li>
  );
}
