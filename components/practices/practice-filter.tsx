import { useTranslations } from "@/messages/use-translations";
import { fields } from "@/domain/programme/vocabulary";
import { PlainInput, PlainSelect } from "../programme/plain-controls";
import { Button } from "../ui/button";

type Props = {
  countries: readonly { value: string; label: string }[];
  text?: string | undefined;
  field?: string | undefined;
  country?: string | undefined;
};

/** A GET form: it works without JavaScript, and its address can be shared. */
export function PracticeFilter({ countries, text, field, country }: Props) {
  const t = useTranslations("practices.public");
  const names = useTranslations("programme.fields");
  const all = { value: "", label: t("all") };
  return (
    <form method="get" className="no-print mb-8 flex flex-wrap items-end gap-4" role="search">
      <PlainInput name="text" label={t("search")} defaultValue={text} />
      <PlainSelect
        name="field"
        label={t("field")}
        value={field ?? ""}
        options={[all, ...fields.map((value) => ({ value, label: names(value) }))]}
      />
      <PlainSelect name="country" label={t("country")} value={country ?? ""} options={[all, ...countries]} />
      <Button type="submit" needsScript={false} kind="primary" icon="search">
        {t("find")}
      </Button>
    </form>
  );
}
