import { z } from "zod";
import { libraryKinds, librarySorts } from "../library";
import { licences } from "../licences";
import { aims, fields, impacts, objectives } from "../programme/vocabulary";
import { targetGroups, topics } from "../publications";
import { cursorInput, languageInput, lineText } from "./input";
import { countryInput } from "./organisations";

export const searchLibraryInput = z.object({
  text: lineText(200).optional(),
  kind: z.enum(libraryKinds).optional(),
  country: countryInput.optional(),
  field: z.enum(fields).optional(),
  topic: z.enum(topics).optional(),
  targetGroup: z.enum(targetGroups).optional(),
  /** An objective of the programme or an effect on people that the item serves. */
  objective: z.enum(objectives).optional(),
  impact: z.enum(impacts).optional(),
  language: languageInput.optional(),
  licence: z.enum(licences).optional(),
  /** A country in which another organisation tried the practice. */
  triedIn: countryInput.optional(),
  /** By relevance when there is a text, else the newest first. */
  sort: z.enum(librarySorts).optional(),
  cursor: cursorInput,
});
/** A page of what serves an objective or an impact, the newest first. */
export const impactInput = z.object({ aim: z.enum(aims), cursor: cursorInput });

export type SearchLibrary = z.output<typeof searchLibraryInput>;
