import { z } from "zod";
import { maxFiles } from "../attachments";
import { draftText, idInput, lineText } from "./input";

/** The files of a description, each with what it shows or contains. */
export const filesInput = z
  .array(z.object({ id: idInput, text: draftText(500).default("") }))
  .max(maxFiles, "input.too_many")
  .default([]);

/** What a file belongs to that is uploaded to a description. */
export const attachmentMetadata = z.union([
  z.object({ practiceId: idInput, name: lineText(255, 1) }),
  z.object({ replicationId: idInput, name: lineText(255, 1) }),
]);
export type AttachmentMetadata = z.output<typeof attachmentMetadata>;

export const attachmentIdInput = z.object({ attachmentId: idInput });
