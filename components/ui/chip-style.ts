import { cn } from "./cn";

/** The classes of an organisation's chip, for the component and for pictures; the rules are in app/controls.css. */
export const chipStyle = {
  whole: (linked: boolean, className?: string) => cn("chip", linked && "hover:underline", className),
  bar: "chip-bar",
  country: "chip-country",
  name: "chip-name",
};
