import { useTranslations } from "@/messages/use-translations";
import { PlainInput } from "../programme/plain-controls";
import { Button } from "../ui/button";

/** Searches the projects of the signed-in person, with or without scripts. */
export function SearchForm({ text }: { text: string }) {
  const t = useTranslations("search");
  return (
    <form
      method="get"
      action="/search"
      role="search"
      aria-label={t("label")}
      className="no-print mb-8 flex max-w-2xl flex-wrap items-end gap-3"
    >
      <PlainInput
        key={text}
        name="text"
        type="search"
        label={t("label")}
        defaultValue={text}
        maxLength={200}
        dir="auto"
        className="min-w-0 flex-1 basis-64"
      />
      <Button type="submit" needsScript={false} kind="primary" icon="search">
        {t("find")}
      </Button>
    </form>
  );
}
