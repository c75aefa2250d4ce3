import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { practiceTranslations } from "@/db/schema";
import { textsOf } from "@/domain/practice-translations";
import { aReplication } from "@/server/testing/a-replication";
import { type TestProject } from "@/server/testing/factories";
import { aPracticeContent } from "@/server/testing/practice-content";
import { aPractice } from "@/server/testing/work-factories";

const paragraph =
  "Pupils choose a tool that they have never held, describe it in their first language, and draw the movement of the hand before they try it.";
const translatedInto = ["el", "es", "fr", "pl"];

/** A public practice of twenty steps, with thirty reports and in five languages; returns its slug. */
export async function aLongPractice(db: Db, project: TestProject): Promise<string> {
  const steps = Array.from({ length: 20 }, () => ({ text: paragraph, time: "Two hours", material: "Paper and pens" }));
  const title = "Tools in every language of the class";
  const texts = { steps, need: paragraph, conditions: paragraph, transfer: paragraph };
  const practice = await aPractice(db, project, { status: "published", title, texts });
  for (let report = 0; report < 30; report += 1)
    await aReplication(db, practice.id, project.other, {
      status: "published",
      content: { changes: paragraph, advice: paragraph },
    });
  const sources = textsOf(aPracticeContent({ title, ...texts }));
  await db.insert(practiceTranslations).values(
    translatedInto.map((language) => ({
      ...{ practiceId: practice.id, language, origin: "human" as const, texts: sources, sources },
      ...{ translatorId: project.partner.manager, lastSaveId: uuid(), updatedAt: new Date() },
    })),
  );
  return practice.slug;
}
