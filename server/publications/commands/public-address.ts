import { randomBytes } from "node:crypto";
import type { Db } from "@/db/client";
import { formerAddresses } from "@/db/schema";
import type { AddressKind } from "@/domain/publications";
import { outputSlug, partnerSlug, partnershipSlug } from "@/domain/slugs";

const slugs = { output: outputSlug, partnership: partnershipSlug, partner: partnerSlug };

/** A new slug for the public page of an output, a project or an organisation with this title, acronym or name. */
export const newAddress = (kind: AddressKind, name: string): string =>
  slugs[kind](name, randomBytes(3).toString("hex"));

/**
 * The slug of a public page after its title, acronym or name changed: the random characters are kept, and the previous
 * slug redirects to it from now on. With null for an unchanged name, and when nothing in the slug changes, the previous one.
 */
export async function changeAddress(
  tx: Db,
  kind: AddressKind,
  subject: { id: string; slug: string },
  name: string | null,
): Promise<string> {
  if (name === null) return subject.slug;
  const slug = slugs[kind](name, subject.slug.slice(subject.slug.lastIndexOf("-") + 1));
  if (slug === subject.slug) return slug;
  await tx.insert(formerAddresses).values({ kind, slug: subject.slug, subjectId: subject.id }).onConflictDoNothing();
  return slug;
}
