import { cn } from "./cn";

// Drawn on a 20-unit square with a 1.6 stroke, so that they sit beside 15-pixel text like letters.
const PATHS = {
  home: "M3 9.2 10 3l7 6.2M5 8v9h10V8M8.5 17v-5h3v5",
  project: "M4 6.5 10 3l6 3.5v7L10 17l-6-3.5zM4 6.5l6 3.5 6-3.5M10 10v7",
  output: "M5 2.8h6.5L15 6.5v10.7H5zM11.2 3v3.8H15M7.7 10.2h4.6M7.7 13.2h4.6",
  people:
    "M7.5 9.5a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6M2.5 16.5c.3-3 2.2-4.6 5-4.6s4.7 1.6 5 4.6M13 4.3a2.6 2.6 0 0 1 0 5M14.6 12.2c1.8.5 2.8 2 3 4.3",
  activity: "M2.5 10.5h3.3L8 4.5l4 11 2.2-5h3.3",
  review: "M3 4h14v9.5H9.5L6 16.5v-3H3zM7 8.8l2 2 4-4",
  practice:
    "M10 5.2C8.2 3.9 5.8 3.5 3 3.6v11.6c2.8-.1 5.2.4 7 1.6 1.8-1.2 4.2-1.7 7-1.6V3.6c-2.8-.1-5.2.3-7 1.6M10 5.2v11.6",
  calendar: "M3.5 5h13v12h-13zM3.5 8.6h13M7 3v3.5M13 3v3.5",
  map: "M3 5.2 7.7 3l4.6 2.2L17 3v11.8L12.3 17l-4.6-2.2L3 17zM7.7 3v11.8M12.3 5.2V17",
  mail: "M3 4.8h14v10.6H3zM3.3 5.2 10 10.7l6.7-5.5",
  upload: "M10 13V3.5M6.2 7 10 3.2 13.8 7M3.5 12.5V17h13v-4.5",
  download: "M10 3v9.8M6.2 9.2 10 13l3.8-3.8M3.5 12.5V17h13v-4.5",
  file: "M5 2.8h6.5L15 6.5v10.7H5zM11.2 3v3.8H15",
  link: "M8.5 11.5 11.8 8.2M9 6l1.5-1.5a3.5 3.5 0 0 1 5 5L14 11M11 14l-1.5 1.5a3.5 3.5 0 0 1-5-5L6 9",
  plus: "M10 4v12M4 10h12",
  check: "m4 10.5 4 4 8-9",
  cross: "m5 5 10 10M15 5 5 15",
  clock: "M10 17.2a7.2 7.2 0 1 0 0-14.4 7.2 7.2 0 0 0 0 14.4M10 5.8V10l2.8 1.8",
  alert: "M10 3 2.5 16.5h15zM10 8v4M10 14.2v.1",
  info: "M10 17.2a7.2 7.2 0 1 0 0-14.4 7.2 7.2 0 0 0 0 14.4M10 9.2v4.3M10 6.5v.1",
  pencil: "M3.5 16.5 4.3 13 13 4.3l2.7 2.7L7 15.7zM11.3 6l2.7 2.7",
  archive: "M3 4h14v3.5H3zM4.3 7.5V16.5h11.4V7.5M8 10.5h4",
  eye: "M2.5 10c2-3.6 4.5-5.3 7.5-5.3s5.5 1.7 7.5 5.3c-2 3.6-4.5 5.3-7.5 5.3S4.5 13.6 2.5 10M10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4",
  "eye-off":
    "M3.5 3.5l13 13M6 6.2C4.6 7.1 3.5 8.4 2.5 10c2 3.6 4.5 5.3 7.5 5.3 1.3 0 2.5-.3 3.6-1M9 4.8c3.6-.4 6.3 1.3 8.5 5.2-.6 1-1.2 1.9-1.9 2.6",
  search: "M9 14.5A5.5 5.5 0 1 0 9 3.5a5.5 5.5 0 0 0 0 11M13 13l4 4",
  dots: "M4.5 10h.1M10 10h.1M15.5 10h.1",
  "chevron-down": "m5 7.5 5 5 5-5",
  "chevron-right": "m7.5 5 5 5-5 5",
  "chevron-left": "m12.5 5-5 5 5 5",
  "arrow-right": "M3.5 10h13M11.5 5l5 5-5 5",
  external: "M8 4.5H4v11.5h11.5V12M11.5 3.5h5v5M16.5 3.5 9.5 10.5",
  settings: "M3 6h8M15 6h2M3 14h2M9 14h8M13 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4M7 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4",
  "sign-out": "M8 3.5H3.5v13H8M7.5 10h9M13 6.5l3.5 3.5-3.5 3.5",
  lock: "M4.5 9h11v8h-11zM7 9V6.3a3 3 0 0 1 6 0V9",
  flag: "M5 17.5v-14M5 4c3-1.5 6 1.5 10 0v7.5c-4 1.5-7-1.5-10 0",
  sun: "M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.4 4.4l1 1M14.6 14.6l1 1M4.4 15.6l1-1M14.6 5.4l1-1",
  history: "M3.5 10a6.5 6.5 0 1 0 2.2-4.9L3.5 7M3.5 3.5V7H7M10 6.5V10l2.5 1.5",
  copy: "M7 7h9.5v9.5H7zM13 7V3.5H3.5V13H7",
  trash: "M3.5 5.5h13M8 5.5V3.5h4v2M5 5.5l.8 11.5h8.4L15 5.5M8.3 8.5v5.5M11.7 8.5v5.5",
  circle: "M10 16.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13",
  dashed:
    "M10 3.5a6.5 6.5 0 0 1 3.2.9M15.6 6.7a6.5 6.5 0 0 1 .9 3.3M15.6 13.3a6.5 6.5 0 0 1-2.4 2.3M10 16.5a6.5 6.5 0 0 1-3.2-.9M4.4 13.3A6.5 6.5 0 0 1 3.5 10M4.4 6.7a6.5 6.5 0 0 1 2.4-2.3",
  half: "M10 16.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13M10 3.5v13",
  undo: "M4 8h8.5a4 4 0 0 1 0 8H7M7.5 4.5 4 8l3.5 3.5",
  comment: "M3 4h14v9.5H9.5L6 16.5v-3H3z",
  globe:
    "M10 17.2a7.2 7.2 0 1 0 0-14.4 7.2 7.2 0 0 0 0 14.4M2.8 10h14.4M10 2.8c2 2 3 4.5 3 7.2s-1 5.2-3 7.2c-2-2-3-4.5-3-7.2s1-5.2 3-7.2",
} as const;

export type IconName = keyof typeof PATHS;

type Props = { name: IconName; size?: number; className?: string };

/** Decoration only: the word beside it, or the label of its button, carries the meaning. */
export function Icon({ name, size = 16, className }: Props) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "dots" ? 2.6 : 1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={cn("shrink-0", className)}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
