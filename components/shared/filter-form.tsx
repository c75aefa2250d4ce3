import type { Route } from "next";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";
import { LinkButton } from "../ui/link-button";
import { Select, type SelectOption } from "../ui/select";

type Common = { name: string; label: string; value: string };
type Choice = Common & { all: string; options: readonly SelectOption[] };
/** A calendar date; `error` says what is wrong with the value. */
type DateFilter = Common & { kind: "date"; error?: string | undefined };
export type Filter = Choice | DateFilter;

type Props = {
  /** The address of the list. */
  path: string;
  /** The place of the list on its page, such as "feed". */
  anchor?: string;
  label: string;
  filters: readonly Filter[];
  /** Filters that are set by links and kept when the form is sent. */
  hidden?: Readonly<Record<string, string>>;
  apply: string;
  clear: string;
};

function DateField({ filter: { name, label, value, error } }: { filter: DateFilter }) {
  const errorId = `${name}-error`;
  return (
    <div className="grid min-w-36 flex-1 gap-1 text-sm sm:max-w-44">
      <label htmlFor={`${name}-filter`} className="font-semibold">
        {label}
      </label>
      <input
        id={`${name}-filter`}
        key={value}
        type="date"
        name={name}
        defaultValue={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? errorId : undefined}
        className="control"
      />
      {error ? (
        <p id={errorId} className="text-late font-semibold">
          {error}
        </p>
      ) : null}
    </div>
  );
}

function ChoiceField({ filter }: { filter: Choice }) {
  return (
    <label className="grid min-w-36 flex-1 gap-1 text-sm font-semibold sm:max-w-60">
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
  );
}

/** Filters a list by its address, with or without JavaScript. */
export function FilterForm({ path, anchor, label, filters, hidden = {}, apply, clear }: Props) {
  const narrowed = filters.some(({ value }) => value !== "") || Object.keys(hidden).length > 0;
  return (
    <form
      action={anchor ? `${path}#${anchor}` : path}
      method="get"
      role="search"
      aria-label={label}
      className={cn(
        "no-print mb-5 flex flex-wrap gap-3",
        filters.some((one) => "kind" in one && one.error) ? "items-start" : "items-end",
      )}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {filters.map((filter) =>
        "kind" in filter ? (
          <DateField key={filter.name} filter={filter} />
        ) : (
          <ChoiceField key={filter.name} filter={filter} />
        ),
      )}
      <div className="flex gap-2">
        <Button type="submit" needsScript={false}>
          {apply}
        </Button>
        {narrowed ? (
          <LinkButton href={path as Route} kind="quiet">
            {clear}
          </LinkButton>
        ) : null}
      </div>
    </form>
  );
}
