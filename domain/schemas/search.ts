import { z } from "zod";
import { cursorInput, lineText } from "./input";

export const searchMineInput = z.object({ text: lineText(200), cursor: cursorInput });
export type SearchMine = z.output<typeof searchMineInput>;
