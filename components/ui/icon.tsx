import { cn } from "./cn";
import { type IconName, PATHS } from "./icon-paths";
import { rem } from "./rem";

/** `size`: in pixels at the default text size; icons grow with the text. */
type Props = { name: IconName; size?: number; className?: string };

/** Decorative: the text next to it, or the label of its button, has the meaning. */
export function Icon({ name, size = 16, className }: Props) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={rem(size)}
      height={rem(size)}
      aria-hidden="true"
      className={cn("icon", name === "dots" && "icon-bold", className)}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
