import { z } from "zod";
import { searchQuery } from "../follows";
import { cursorInput, idInput, lineText } from "./input";
import { searchLibraryInput } from "./library";

const search = searchLibraryInput
  .omit({ sort: true, cursor: true })
  .refine((value) => searchQuery(value) !== "", "input.required");

/** A public practice, or a search of the library under a name. */
export const addFollowInput = z.union([
  z.object({ id: idInput, practiceId: idInput }).strict(),
  z.object({ id: idInput, search, name: lineText(120, 1) }).strict(),
]);
export type AddFollow = z.output<typeof addFollowInput>;
export const followIdInput = z.object({ followId: idInput });
export const listFollowsInput = z.object({ cursor: cursorInput });
