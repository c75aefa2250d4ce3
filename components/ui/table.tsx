import type { Route } from "next";
import type { ComponentProps, ReactNode } from "react";
import { Anchor } from "./anchor";
import { cn } from "./cn";
import { Icon } from "./icon";

type TableProps = {
  caption: string;
  showCaption?: boolean;
  /** On a phone each row becomes a block, with its actions in the corner. */
  stacked?: boolean;
  className?: string;
  children: ReactNode;
};

/**
 * A table. When it is wider than its container it scrolls itself, by touch or keyboard, so that the page never does.
 */
export function Table({ caption, showCaption = false, stacked = false, className, children }: TableProps) {
  return (
    <div
      role="group"
      aria-label={caption}
      // Scroll containers must be focusable to be usable by keyboard.
      tabIndex={0}
      className={cn("table-scroll", className)}
    >
      <table className={cn("w-full border-collapse text-start", stacked && "stacked")}>
        <caption className={showCaption ? "text-ink-soft pb-2 text-start text-sm" : "sr-only"}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export function Thead({ children }: { children: ReactNode }) {
  return (
    <thead className="border-line-strong border-b">
      <tr>{children}</tr>
    </thead>
  );
}

export function Tbody({ children }: { children: ReactNode }) {
  return <tbody className="[&>tr]:border-line [&>tr]:hover:bg-paper-sunken [&>tr]:border-b">{children}</tbody>;
}

type CellProps = { numeric?: boolean; className?: string; children?: ReactNode };
type ThProps = CellProps & { sort?: { href: Route; direction: "ascending" | "descending" | null } };

export function Th({ numeric, sort, className, children }: ThProps) {
  return (
    <th
      scope="col"
      aria-sort={sort?.direction ?? undefined}
      className={cn("cell column-head", numeric && "text-end", className)}
    >
      {sort ? (
        <Anchor
          href={sort.href}
          className="hover:text-ink inline-flex items-center gap-1 underline-offset-4 hover:underline"
        >
          {children}
          {sort.direction ? (
            <Icon name="chevron-down" size={14} className={sort.direction === "ascending" ? "rotate-180" : undefined} />
          ) : null}
        </Anchor>
      ) : (
        children
      )}
    </th>
  );
}

type TdProps = CellProps &
  ComponentProps<"td"> & {
    /** The cell with the actions of the row. */
    actions?: boolean;
    /** The label of the value, shown where the column head is hidden. */
    label?: string;
  };

export function Td({ numeric, actions, label, className, children, ...rest }: TdProps) {
  return (
    <td
      className={cn("cell", actions && "acts", numeric && "text-end whitespace-nowrap", className)}
      data-label={label}
      {...rest}
    >
      {children}
    </td>
  );
}

/** The header cell of the row. */
export function RowHead({ className, children }: CellProps) {
  return (
    <th scope="row" className={cn("cell row-head", className)}>
      {children}
    </th>
  );
}
