import type { EventKind } from "./event";
import type { EventType } from "./events";

/** What is counted of an organisation's activities; each figure opens the feed of exactly these types. */
export const figures = ["versions", "comments"] as const;
export type Figure = (typeof figures)[number];

const definitions: Record<Figure, { kind: EventKind; types: readonly EventType[] }> = {
  versions: { kind: "files", types: ["file.uploaded", "file.linked", "file.restored"] },
  comments: { kind: "comments", types: ["comment.added"] },
};

/** The kind that all types of a figure belong to. */
export const kindOfFigure = (figure: Figure): EventKind => definitions[figure].kind;

/** The types of event that a figure counts. */
export const typesOfFigure = (figure: Figure): readonly EventType[] => definitions[figure].types;
