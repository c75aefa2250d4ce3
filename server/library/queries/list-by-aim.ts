import { sql } from "drizzle-orm";
import type { z } from "zod";
import { type Aim, isObjective } from "@/domain/programme/vocabulary";
import type { Context } from "@/server/context";
import type { impactOutput, ImpactPage } from "../output";
import { searchLibrary } from "./search-library";

type Evidence = z.output<typeof impactOutput>["items"][number]["evidence"];

/** A page of the outputs and practices that serve an objective or an impact, the newest first, with their evidence. */
export async function listByAim(
  ctx: Context,
  { aim, cursor }: { aim: Aim; cursor?: string | undefined },
): Promise<ImpactPage> {
  const filter = isObjective(aim) ? { objective: aim } : { impact: aim };
  const { items, total, totalIsExact, nextCursor } = await searchLibrary(ctx, { ...filter, cursor });
  const practices = items.filter(({ kind }) => kind === "practice").map(({ slug }) => slug);
  const rows = await ctx.db.execute<{ slug: string; evidence: Evidence }>(sql`
    select p.slug, e.content->'evidence' as evidence
    from practices p join practice_editions e on e.practice_id = p.id and e.number = p.edition
    where p.slug = any(${`{${practices.join(",")}}`}::text[])`);
  const evidenceOf = new Map([...rows].map(({ slug, evidence }) => [slug, evidence]));
  return {
    items: items.map((item) => ({
      ...item,
      evidence: item.kind === "practice" ? (evidenceOf.get(item.slug) ?? []) : [],
    })),
    total,
    totalIsExact,
    nextCursor,
  };
}
