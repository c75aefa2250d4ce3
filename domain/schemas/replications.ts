import { z } from "zod";
import type { AttachedFile } from "../attachments";
import { practiceSettings } from "../practices";
import { fields } from "../programme/vocabulary";
import { targetGroups } from "../publications";
import { replicationResults } from "../replications";
import { chosenId, cursorInput, draftText, emptyAsNull, idInput, longText, revisionInput, wholeNumber } from "./input";
import { filesInput } from "./attachments";
import { countryInput } from "./organisations";

const text = draftText(8_000).default("");
const line = draftText(300).default("");

/** What an organisation says about trying a practice. Texts are saved while they are typed. */
export const replicationContent = z.object({
  country: emptyAsNull(countryInput),
  place: line,
  period: line,
  field: emptyAsNull(z.enum(fields)),
  setting: emptyAsNull(z.enum(practiceSettings)),
  targetGroups: z.array(z.enum(targetGroups)).max(targetGroups.length, "input.too_many").default([]),
  /** With whom, in the author's words. */
  who: line,
  participants: emptyAsNull(wholeNumber(1, 1_000_000)),
  changes: text,
  result: emptyAsNull(z.enum(replicationResults)),
  /** What it would tell the next who tries it. */
  advice: text,
  files: filesInput,
});
/** A stored report: its files as they were uploaded. */
export type ReplicationContent = Omit<z.output<typeof replicationContent>, "files"> & {
  files: AttachedFile[];
};

export const draftReplicationInput = replicationContent.omit({ files: true }).extend({
  id: idInput,
  practiceId: idInput,
  organisationId: chosenId,
});
export type DraftReplication = z.output<typeof draftReplicationInput>;
export const updateReplicationInput = replicationContent.extend({ replicationId: idInput, revision: revisionInput });
export type UpdateReplication = z.output<typeof updateReplicationInput>;
export const replicationIdInput = z.object({ replicationId: idInput });
/** `agreed`: the owner agrees that the report becomes public now. */
export const answerReplicationInput = replicationIdInput.extend({ answer: longText(4_000), agreed: z.boolean() });
export type AnswerReplication = z.output<typeof answerReplicationInput>;
export const listReplicationsInput = z.object({ practiceId: idInput, cursor: cursorInput });
export const ownReplicationsInput = z.object({ cursor: cursorInput });
