import type { Db } from "@/db/client";
import { DomainError } from "@/domain/errors";
import { findLikelyDuplicates } from "../queries";

type Candidate = { legalName: string; country: string; oid: string | null; pic: string | null; isAnother: boolean };

/**
 * Throws organisation.oid_taken, organisation.pic_taken or organisation.likely_duplicate when the organisation probably
 * exists, with the candidates in `current`.
 */
export async function refuseDuplicates(tx: Db, organisation: Candidate): Promise<void> {
  const likely = await findLikelyDuplicates(tx, organisation);
  const sameOid = organisation.oid !== null && likely.some((o) => o.oid === organisation.oid);
  const samePic = organisation.pic !== null && likely.some((o) => o.pic === organisation.pic);
  if (sameOid) throw new DomainError("organisation.oid_taken", { field: "oid", current: likely });
  if (samePic) throw new DomainError("organisation.pic_taken", { field: "pic", current: likely });
  if (likely.length > 0 && !organisation.isAnother)
    throw new DomainError("organisation.likely_duplicate", { current: likely });
}
