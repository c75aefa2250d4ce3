import { useTranslations } from "@/messages/use-translations";
import { libraryFacets } from "@/domain/library";
import { PlainInput } from "../programme/plain-controls";
import { Button } from "../ui/button";
import type { LibraryFilters, LibraryPath } from "./library-address";

/** Searches by address: it works without JavaScript and keeps the chosen filters. */
export function LibraryForm({ path, filters }: { path: LibraryPath; filters: LibraryFilters }) {
  const t = useTranslations("library");
  const kept = (["sort", ...libraryFacets] as const).filter(
    (name) => filters[name] !== undefined && !(path === "/practices" && name === "kind"),
  );
  return (
    <form method="get" action={path} role="search" className="no-print mb-6 flex max-w-2xl flex-wrap items-end gap-3">
      <PlainInput
        key={filters.text ?? ""}
        name="text"
        type="search"
        label={t("text")}
        defaultValue={filters.text}
        maxLength={200}
        dir="auto"
        className="min-w-0 flex-1 basis-64"
      />
      {kept.map((name) => (
        <input key={name} type="hidden" name={name} value={filters[name]} />
      ))}
      <Button type="submit" needsScript={false} kind="primary" icon="search">
        {t("find")}
      </Button>
    </form>
  );
}
