import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { publications } from "@/db/schema";
import type { AddReport } from "@/domain/schemas/reports";
import { addReport } from "@/server/reports/commands/add-report";
import { closeReport } from "@/server/reports/commands/close-report";
import type { Stage } from "./stage";

type Words = Pick<AddReport, "reason" | "text" | "email">;

/** A visitor reports the public page of an output; returns the id of the report. */
async function report(stage: Stage, daysAgo: number, output: string, words: Words): Promise<string> {
  const [page] = await stage.tx
    .select({ slug: publications.slug })
    .from(publications)
    .where(eq(publications.outputId, stage.id(output)));
  const id = uuid();
  const visitor = { ...(await stage.as("ana", daysAgo)), actor: null };
  await addReport(visitor, { ...words, id, kind: "outputs", slug: page?.slug ?? "" });
  return id;
}

/** Two reports by visitors: one that the operator has answered, one that waits. */
export function reportPages(stage: Stage): void {
  let answered = "";
  stage.scene(40, async () => {
    answered = await report(stage, 40, "o1", {
      reason: "content",
      text: "The table on page 4 lists twelve firms, but the summary says eleven. Which one is right?",
      email: "reader@library.example",
    });
  });
  stage.scene(38, async () => {
    const answer = "Twelve is right. The partners corrected the summary on their page. Thank you for telling us.";
    await closeReport(await stage.as("ana", 38), { reportId: answered, answer });
  });
  stage.scene(2, async () => {
    await report(stage, 2, "o9", {
      reason: "rights",
      text: "The photograph on the third slide is from our museum. We are glad that you use it, but please name us.",
      email: null,
    });
  });
}
