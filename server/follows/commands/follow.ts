import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { addresses, follows, mailStops, practices } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { mostFollows, searchQuery } from "@/domain/follows";
import type { AddFollow } from "@/domain/schemas/follows";
import type { MemberContext } from "@/server/context";
import { orTakenId } from "@/server/taken-id";

/**
 * Follows a public practice or a search: once a week the person gets an e-mail when something new fits. Following the
 * same again changes nothing. Replaces an earlier stop of these e-mails by a link. Errors: practice.not_found,
 * follow.too_many, input.id_taken.
 */
export async function addFollow(ctx: MemberContext, input: AddFollow): Promise<void> {
  const { personId } = ctx.actor;
  await ctx.db.transaction(async (tx) => {
    // One after the other, so that the number is right.
    await tx.execute(sql`select from people where id = ${personId} for no key update`);
    const wanted =
      "practiceId" in input
        ? { practiceId: input.practiceId, search: null, name: "" }
        : { practiceId: null, search: searchQuery(input.search), name: input.name };
    if (wanted.practiceId !== null) {
      const isPublic = and(eq(practices.id, wanted.practiceId), isNotNull(practices.edition));
      const [practice] = await tx.select({ id: practices.id }).from(practices).where(isPublic);
      if (!practice) throw new DomainError("practice.not_found");
    }
    const [made] = await orTakenId(
      tx
        .insert(follows)
        .values({ id: input.id, personId, ...wanted, createdAt: ctx.now })
        .onConflictDoNothing({ target: [follows.personId, follows.practiceId, follows.search] })
        .returning({ id: follows.id }),
    );
    if (made && (await tx.$count(follows, eq(follows.personId, personId))) > mostFollows) {
      throw new DomainError("follow.too_many", { most: mostFollows });
    }
    const own = tx.select({ address: addresses.address }).from(addresses).where(eq(addresses.personId, personId));
    await tx.delete(mailStops).where(and(eq(mailStops.kind, "follows"), inArray(mailStops.address, own)));
  });
}

/** Stops following something; nothing happens when the person does not follow it. */
export async function removeFollow(ctx: MemberContext, { followId }: { followId: string }): Promise<void> {
  await ctx.db.delete(follows).where(and(eq(follows.id, followId), eq(follows.personId, ctx.actor.personId)));
}
