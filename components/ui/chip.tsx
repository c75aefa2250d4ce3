import type { Route } from "next";
import { type ChipFace, chipMarkup } from "./chip-markup";

type Props = Omit<ChipFace, "href"> & { href?: Route | undefined };

/** An organisation wherever it appears: its thread, its country's code, its short name. */
export function Chip(props: Props) {
  return <span className="contents" dangerouslySetInnerHTML={{ __html: String(chipMarkup(props)) }} />;
}
