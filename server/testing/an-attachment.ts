import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { attachments, blobs } from "@/db/schema";
import { noon, type Side } from "./factories";

type Options = { name?: string; mediaType?: string; createdAt?: Date };

/** A file of a practice or a report, without its bytes. */
export async function anAttachment(
  db: Db,
  of: { practiceId: string } | { replicationId: string },
  by: Side,
  { name = "garden.png", mediaType = "image/png", createdAt = noon }: Options = {},
): Promise<string> {
  const [id, blobId] = [uuid(), uuid()];
  await db.insert(blobs).values({ id: blobId, storageKey: uuid(), sha256: "0".repeat(64), sizeBytes: 100, mediaType });
  await db.insert(attachments).values({
    ...{ ...of, id, blobId, name, nameKey: name, number: 1, createdAt },
    ...{ uploadedBy: by.contributor, organisationId: by.organisationId },
  });
  return id;
}
