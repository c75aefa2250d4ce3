import { cn } from "./cn";

/** The classes of an organisation's chip, for the component and for pictures. */
export const chipStyle = {
  whole: (linked: boolean, className?: string) =>
    cn(
      "inline-flex max-w-full items-baseline gap-1.5 rounded-sm bg-thread-soft py-0.5 ps-1 pe-1.5 text-sm leading-tight text-ink no-underline align-baseline",
      linked && "hover:underline",
      className,
    ),
  bar: "text-thread shrink-0 self-center",
  country: "text-ink-soft font-semibold",
  name: "truncate font-semibold",
};
