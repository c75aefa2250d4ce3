import { and, eq, inArray } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { z } from "zod";
import type { Db } from "@/db/client";
import { actLinks, people } from "@/db/schema";
import { actLinkDays, type LinkAct, linksOfTask } from "@/domain/act-links";
import type { Actor } from "@/domain/actor";
import { loadActor } from "@/server/auth/session";
import { actLinkToken } from "@/server/auth/tokens";
import { env } from "@/server/env";
import { getOutput } from "@/server/outputs/queries/get-output";
import { findLinkedReview } from "@/server/reviews/queries/linked-review";
import { getTask } from "@/server/tasks/queries/list-tasks";
import { unlessRefused } from "@/server/unless-refused";

/** What an e-mail asks of its recipient; jobs hold it. */
export const askedSchema = z.object({ type: z.enum(["review", "task", "output"]), id: z.uuid() });
export type Asked = z.output<typeof askedSchema>;

const reviewActs: LinkAct[] = ["recommendApproval", "recommendChanges", "acknowledgeReview"];

type Offer = { projectId: string; version: number; acts: LinkAct[] };

async function offerOf(db: Db, now: Date, actor: Actor, asked: Asked): Promise<Offer | null> {
  if (asked.type === "review") {
    const review = await findLinkedReview(db, { personId: actor.personId, reviewId: asked.id, kind: "partner" });
    if (review?.status !== "open" || review.verdict !== null) return null;
    return { projectId: review.projectId, version: review.submission, acts: reviewActs };
  }
  const ctx = { db, now, actor, ip: "", locale: actor.locale };
  if (asked.type === "output") {
    const output = await unlessRefused(getOutput(ctx, { outputId: asked.id }));
    return (
      output && { projectId: output.projectId, version: 0, acts: output.can["output.upload"] ? ["uploadFile"] : [] }
    );
  }
  const task = await unlessRefused(getTask(ctx, { taskId: asked.id }));
  return task && { projectId: task.projectId, version: task.revision, acts: linksOfTask(task.can, task.dueOn) };
}

export type OfferedLink = { act: LinkAct; version: number; url: string };

/**
 * Makes the links of an e-mail, of what its recipient may do at the time when it is sent; none when the person or the
 * operators want a sign-in for everything. A repeated call for the same e-mail returns the same links.
 */
export async function offerLinks(
  db: Db,
  now: Date,
  { mailKey, personId, asked }: { mailKey: string; personId: string; asked: Asked },
): Promise<OfferedLink[]> {
  if (env().ACT_LINKS === "off") return [];
  const [person] = await db.select({ allowed: people.actLinks }).from(people).where(eq(people.id, personId));
  const loaded = person?.allowed ? await loadActor(db, personId, now) : null;
  const offer = loaded && (await offerOf(db, now, loaded.actor, asked));
  if (!offer || offer.acts.length === 0) return [];
  const { projectId, version, acts } = offer;
  await db
    .insert(actLinks)
    .values(
      acts.map((act) => {
        const id = uuid();
        return {
          ...{ id, hash: actLinkToken(id).hash, personId, projectId, act, subjectId: asked.id, version, mailKey },
          expiresAt: new Date(now.getTime() + actLinkDays * 86_400_000),
        };
      }),
    )
    .onConflictDoNothing({ target: [actLinks.mailKey, actLinks.act] });
  const made = await db
    .select({ id: actLinks.id, act: actLinks.act, version: actLinks.version })
    .from(actLinks)
    .where(and(eq(actLinks.mailKey, mailKey), inArray(actLinks.act, acts)));
  return acts.flatMap((act) =>
    made
      .filter((link) => link.act === act)
      .map(({ id, version: of }) => ({ act, version: of, url: `${env().APP_URL}/act/${actLinkToken(id).raw}` })),
  );
}
