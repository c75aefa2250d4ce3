import { DomainError } from "./errors";

/** A file that a description names: what it shows or contains, and what the server knows about it. */
export type AttachedFile = { id: string; text: string; name: string; mediaType: string; sizeBytes: number };

/** The most files that a description names. */
export const maxFiles = 30;

/** The largest file of a report, in bytes: it counts against the storage of no project. */
export const maxReportFileBytes = 25 * 1024 * 1024;

/** Whether a page may show it as a picture. */
export const isPicture = (mediaType: string): boolean => /^image\/(png|jpeg|gif|webp|avif)$/.test(mediaType);

/**
 * The chosen files with what was uploaded, in the order of the choice. Errors: file.not_found when one was not uploaded
 * to this subject.
 */
export function attachedFiles(
  chosen: readonly Pick<AttachedFile, "id" | "text">[],
  uploaded: readonly Omit<AttachedFile, "text">[],
): AttachedFile[] {
  const known = new Map(uploaded.map((file) => [file.id, file]));
  return chosen.map(({ id, text }) => {
    const file = known.get(id);
    if (!file) throw new DomainError("file.not_found");
    return { ...file, text };
  });
}
