import { and, asc, desc, eq, gt, isNotNull, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { fixedLimit, prepared } from "@/db/prepared";
import { addresses, joinRequests, organisationPeople, organisations, people } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { normaliseOid, normalisePic } from "@/domain/identifiers";
import { likelySame, nameKey } from "@/domain/organisations";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import { can } from "@/domain/policy";
import type { MemberContext } from "@/server/context";

const publicColumns = {
  id: organisations.id,
  legalName: organisations.legalName,
  shortName: organisations.shortName,
  country: organisations.country,
  city: organisations.city,
  type: organisations.type,
  oid: organisations.oid,
  pic: organisations.pic,
};

/** In a database with locale C, trigrams ignore letters outside Latin; latin_letters transliterates every script. */
const latinName = sql`latin_letters(${organisations.nameKey})`;

/** Organisations whose name, OID or PIC matches the text, for any signed-in person. At most ten. */
export async function searchOrganisations(ctx: MemberContext, input: { text: string; country?: string | undefined }) {
  const key = nameKey(input.text);
  const oid = normaliseOid(input.text);
  const pic = normalisePic(input.text);
  return ctx.db
    .select(publicColumns)
    .from(organisations)
    .where(
      and(
        isNotNull(organisations.claimedAt),
        input.country ? eq(organisations.country, input.country) : undefined,
        or(
          sql`${latinName} like latin_letters(${`%${key.replace(/[%_\\]/g, "\\$&")}%`})`,
          sql`${latinName} % latin_letters(${key})`,
          sql`lower(${organisations.shortName}) = ${input.text.toLowerCase()}`,
          oid ? eq(organisations.oid, oid) : undefined,
          pic ? eq(organisations.pic, pic) : undefined,
        ),
      ),
    )
    .orderBy(sql`similarity(${latinName}, latin_letters(${key})) desc`, asc(organisations.id))
    .limit(10);
}

/** Organisations that are probably the same: same OID or PIC, or a very similar name in that country. At most five. */
export async function findLikelyDuplicates(
  db: Db,
  organisation: { legalName: string; country: string; oid: string | null; pic: string | null },
) {
  const key = nameKey(organisation.legalName);
  return db
    .select(publicColumns)
    .from(organisations)
    .where(
      and(
        isNotNull(organisations.claimedAt),
        or(
          organisation.oid ? eq(organisations.oid, organisation.oid) : undefined,
          organisation.pic ? eq(organisations.pic, organisation.pic) : undefined,
          and(
            eq(organisations.country, organisation.country),
            sql`${latinName} % latin_letters(${key})`,
            sql`similarity(${latinName}, latin_letters(${key})) >= ${likelySame}`,
          ),
        ),
      ),
    )
    .orderBy(sql`similarity(${latinName}, latin_letters(${key})) desc`)
    .limit(5);
}

/** One of the actor's own organisations. Errors: organisation.not_found. */
export async function getOrganisation(ctx: MemberContext, organisationId: string) {
  const [row] = await ctx.db
    .select({
      ...publicColumns,
      publicBody: organisations.publicBody,
      nonProfit: organisations.nonProfit,
      website: organisations.website,
      publicSlug: organisations.publicSlug,
      publicPageHidden: organisations.publicPageHidden,
      revision: organisations.revision,
    })
    .from(organisations)
    .innerJoin(organisationPeople, eq(organisationPeople.organisationId, organisations.id))
    .where(and(eq(organisations.id, organisationId), eq(organisationPeople.personId, ctx.actor.personId)));
  if (!row) throw new DomainError("organisation.not_found");
  const subject = { organisationId };
  return {
    ...row,
    can: {
      "organisation.edit": can(ctx.actor, "organisation.edit", subject),
      "organisation.people": can(ctx.actor, "organisation.people", subject),
    },
  };
}

/** The actor's organisations, oldest membership first. */
export async function listMyOrganisations(ctx: MemberContext) {
  return ctx.db
    .select({ ...publicColumns, role: organisationPeople.role })
    .from(organisationPeople)
    .innerJoin(organisations, eq(organisations.id, organisationPeople.organisationId))
    .where(eq(organisationPeople.personId, ctx.actor.personId))
    .orderBy(asc(organisationPeople.createdAt))
    .limit(100);
}

/** The people of one of the actor's own organisations, with their main address. */
export async function listOrganisationPeople(
  ctx: MemberContext,
  input: { organisationId: string; cursor?: string | undefined },
) {
  await getOrganisation(ctx, input.organisationId);
  const cursor = decodeCursor(input.cursor, ["text", "uuid"]);
  const rows = await ctx.db
    .select({
      personId: people.id,
      name: people.name,
      role: organisationPeople.role,
      since: organisationPeople.createdAt,
      address: addresses.address,
    })
    .from(organisationPeople)
    .innerJoin(people, eq(people.id, organisationPeople.personId))
    .leftJoin(addresses, and(eq(addresses.personId, people.id), eq(addresses.isPrimary, true)))
    .where(
      and(
        eq(organisationPeople.organisationId, input.organisationId),
        cursor
          ? or(
              gt(people.name, String(cursor[0])),
              and(eq(people.name, String(cursor[0])), gt(people.id, String(cursor[1]))),
            )
          : undefined,
      ),
    )
    .orderBy(asc(people.name), asc(people.id))
    .limit(pageSize + 1);
  return toPage(rows, pageSize, (row) => [row.name, row.personId]);
}

const joinRequestsStatement = prepared((db) =>
  db
    .select({
      id: joinRequests.id,
      organisationId: joinRequests.organisationId,
      organisation: organisations.shortName,
      name: people.name,
      address: addresses.address,
      confirmed: sql<boolean>`${addresses.confirmedAt} is not null`,
      createdAt: joinRequests.createdAt,
    })
    .from(joinRequests)
    .innerJoin(organisations, eq(organisations.id, joinRequests.organisationId))
    .innerJoin(people, eq(people.id, joinRequests.personId))
    .leftJoin(addresses, and(eq(addresses.personId, people.id), eq(addresses.isPrimary, true)))
    .where(
      and(
        sql`${joinRequests.organisationId} = any(${sql.placeholder("administered")}::uuid[])`,
        eq(joinRequests.status, "pending"),
      ),
    )
    .orderBy(desc(joinRequests.createdAt))
    .limit(fixedLimit(50))
    .prepare("join_requests"),
);

/** Open requests to join that the actor can decide as an admin, newest first; at most fifty. */
export async function listJoinRequests(ctx: MemberContext) {
  const administered = ctx.actor.organisations.filter((o) => o.role === "admin").map((o) => o.organisationId);
  if (administered.length === 0) return [];
  return joinRequestsStatement(ctx.db).execute({ administered: `{${administered.join(",")}}` });
}

const myJoinRequestsStatement = prepared((db) =>
  db
    .select({ id: joinRequests.id, organisation: organisations.legalName, createdAt: joinRequests.createdAt })
    .from(joinRequests)
    .innerJoin(organisations, eq(organisations.id, joinRequests.organisationId))
    .where(and(eq(joinRequests.personId, sql.placeholder("personId")), eq(joinRequests.status, "pending")))
    .orderBy(desc(joinRequests.createdAt))
    .limit(fixedLimit(20))
    .prepare("my_join_requests"),
);

/** The actor's own open requests to join, newest first; at most twenty. */
export async function listMyJoinRequests(ctx: MemberContext) {
  return myJoinRequestsStatement(ctx.db).execute({ personId: ctx.actor.personId });
}
