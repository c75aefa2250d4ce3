import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { replications } from "@/db/schema";
import type { ReplicationStatus } from "@/domain/replications";
import type { ReplicationContent } from "@/domain/schemas/replications";
import { noon, type Side } from "./factories";

/** A complete report, with these parts instead. */
export const aReplicationContent = (parts: Partial<ReplicationContent> = {}): ReplicationContent => ({
  country: "PT",
  place: "A school in Faro",
  period: "",
  field: "school",
  setting: "classroom",
  targetGroups: ["pupils"],
  who: "",
  participants: 24,
  changes: "",
  result: "worked",
  advice: "Begin with the last step.",
  files: [],
  ...parts,
});

type Options = { status?: ReplicationStatus; sentAt?: Date; content?: Partial<ReplicationContent> };

/** A report of an organisation that tried a practice. */
export async function aReplication(db: Db, practiceId: string, by: Side, options: Options = {}): Promise<string> {
  const id = uuid();
  const { status = "sent", sentAt = noon } = options;
  await db.insert(replications).values({
    ...{ id, practiceId, status },
    organisationId: by.organisationId,
    authorId: by.contributor,
    content: aReplicationContent(options.content),
    sentAt: status === "draft" ? null : sentAt,
    publishedAt: status === "published" ? noon : null,
  });
  return id;
}
