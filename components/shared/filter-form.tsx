import type { Route } from "next";
import { Button } from "../ui/button";
import { LinkButton } from "../ui/link-button";
import { Select, type SelectOption } from "../ui/select";

export type Filter = { name: string; label: string; value: string; all: string; options: readonly SelectOption[] };

type Props = {
  /** The address of the list. */
  path: string;
  label: string;
  filters: readonly Filter[];
  apply: string;
  clear: string;
};

/** Filters a list by its address, with or without JavaScript. */
export function FilterForm({ path, label, filters, apply, clear }: Props) {
  const narrowed = filters.some(({ value }) => value !== "");
  return (
    <form action={path} method="get" role="search" aria-label={label} className="mb-5 flex flex-wrap items-end gap-3">
      {filters.map((filter) => (
        <label key={filter.name} className="grid min-w-36 flex-1 gap-1 text-sm font-semibold sm:max-w-60">
          {filter.label}
          <Select
            // Keyed by the address, so that the controls are reset when it changes.
            key={filter.value}
            name={filter.name}
            defaultValue={filter.value}
            placeholder={filter.all}
            options={filter.options}
            className="font-normal"
          />
        </label>
      ))}
      <div className="flex gap-2">
        <Button type="submit">{apply}</Button>
        {narrowed ? (
          <LinkButton href={path as Route} kind="quiet">
            {clear}
          </LinkButton>
        ) : null}
      </div>
    </form>
  );
}
