import { type FormFile, readFiles } from "../attachments/attached-files";
import type { PublicContent } from "@/domain/schemas/public";
import { isRecord } from "../shared/is-record";

/** The fields of the form of a practice, in its order; they are the parts of its description. */
export const practiceNames = [
  "title",
  "need",
  "setting",
  "country",
  "field",
  "targetGroups",
  "targetGroup",
  "eqfLevel",
  "iscedField",
  "steps",
  "resources",
  "evidence",
  "conditions",
  "transfer",
  "language",
  "languages",
  "licence",
  "topics",
  "objectives",
  "impacts",
  "files",
] as const satisfies readonly (keyof PublicContent)[];

export type PracticeValues = Omit<Pick<PublicContent, (typeof practiceNames)[number]>, "files"> & {
  files: FormFile[];
};

/** The values of the form, or of a practice of the server; the procedure's schema validates them. */
export function readPractice(row: Record<string, unknown>): PracticeValues {
  const values = isRecord(row["content"]) ? row["content"] : row;
  const named = Object.fromEntries(practiceNames.map((name) => [name, values[name]]));
  return { ...named, files: readFiles(named["files"]) } as unknown as PracticeValues;
}
