import type { Db } from "@/db/client";
import { DomainError } from "@/domain/errors";
import { findLikelyDuplicates } from "../queries";

type Given = { legalName: string; country: string; oid: string | null; pic: string | null; isAnother: boolean };

/**
 * Throws organisation.oid_taken, organisation.pic_taken or organisation.likely_duplicate when the organisation probably
 * exists, with the candidates in `current`.
 */
export async function refuseDuplicates(tx: Db, given: Given): Promise<void> {
  const likely = await findLikelyDuplicates(tx, given);
  const sameOid = given.oid !== null && likely.some((o) => o.oid === given.oid);
  const samePic = given.pic !== null && likely.some((o) => o.pic === given.pic);
  if (sameOid) throw new DomainError("organisation.oid_taken", { field: "oid", current: likely });
  if (samePic) throw new DomainError("organisation.pic_taken", { field: "pic", current: likely });
  if (likely.length > 0 && !given.isAnother)
    throw new DomainError("organisation.likely_duplicate", { current: likely });
}
