import { isRecord } from "../shared/is-record";

/** A file as a form holds it. */
export type FormFile = { id: string; text: string; name: string; mediaType: string };

const textOf = (value: unknown) => (typeof value === "string" ? value : "");

/** The files of a form, or of a description of the server, in one shape, so that both can be compared. */
export function readFiles(value: unknown): FormFile[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map(({ id, text, name, mediaType }) => ({
    ...{ id: textOf(id), text: textOf(text) },
    ...{ name: textOf(name), mediaType: textOf(mediaType) },
  }));
}

/** The files after an upload: one with the same name is its next version, which keeps the description. */
export function withUploaded(files: readonly FormFile[], added: Omit<FormFile, "text">): readonly FormFile[] {
  const isSame = ({ name }: FormFile) => name.toLowerCase() === added.name.toLowerCase();
  if (!files.some(isSame)) return [...files, { ...added, text: "" }];
  return files.map((file) => (isSame(file) ? { ...file, ...added } : file));
}

/** Where members read a file of a description. */
export const privateAddress = ({ id }: { id: string }, asPicture: boolean): string =>
  `/api/attachments/${id}${asPicture ? "?show=1" : ""}`;

/** Where everyone reads a file of a public description. */
export const publicAddress = ({ id }: { id: string }, asPicture: boolean): string =>
  `/files/public/${id}${asPicture ? "?picture" : ""}`;
