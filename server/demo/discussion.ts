import type { CommentSubject, CommentVisibility } from "@/domain/comments";
import { addComment } from "@/server/comments/commands/add-comment";
import { editComment } from "@/server/comments/commands/edit-comment";
import { resolveThread } from "@/server/comments/commands/resolve-thread";
import type { Stage } from "./stage";

type Remark = {
  by: string;
  daysAgo: number;
  text: string;
  visibility?: CommentVisibility;
  /** The key of the comment answered. */
  replyTo?: string;
  mentions?: string[];
};

/** Adds a comment some days ago; other comments refer to it by its key. */
export async function comment(stage: Stage, key: string, subject: CommentSubject, remark: Remark): Promise<void> {
  await addComment(await stage.as(remark.by, remark.daysAgo), {
    id: stage.id(key),
    subject,
    text: remark.text,
    visibility: remark.visibility ?? "everyone",
    replyTo: remark.replyTo === undefined ? null : stage.id(remark.replyTo),
    mentions: (remark.mentions ?? []).map((one) => stage.id(one)),
  });
}

/** Comments on the handbook: a thread with a reply, a resolved one, and remarks that not everyone can read. */
export function discussHandbook(stage: Stage): void {
  const remark = (key: string, one: Remark) => {
    stage.scene(one.daysAgo, () => comment(stage, key, { type: "output", id: stage.id("o3") }, one));
  };
  remark("safety", {
    by: "aino",
    daysAgo: 40,
    text: "Could chapter 5 name the person who answers for safety in each country? In Finland it is the head teacher.",
  });
  remark("safety reply", {
    by: "nikos",
    daysAgo: 38,
    replyTo: "safety",
    mentions: ["aino"],
    text: "Yes. I will add one line per country; please send me the Finnish title of that role.",
  });
  remark("cover", { by: "gosia", daysAgo: 36, text: "The cover still shows the old emblem." });
  remark("cover reply", { by: "eleni", daysAgo: 35, replyTo: "cover", text: "Corrected in the files." });
  stage.scene(34, async () => {
    await editComment(await stage.as("eleni", 34), {
      id: stage.id("cover edit"),
      commentId: stage.id("cover reply"),
      text: "Corrected in both files.",
      revision: 1,
    });
  });
  stage.scene(32, async () => {
    await resolveThread(await stage.as("gosia", 32), { commentId: stage.id("cover") }, true);
  });
  remark("own", {
    by: "eleni",
    daysAgo: 31,
    visibility: "organisation",
    text: "Nikos, let us show chapter 5 to our safety officer before the partners see it.",
  });
  remark("delay", {
    by: "eleni",
    daysAgo: 30,
    visibility: "coordinators",
    text: "Ana, the translator is ill. May the Greek version come two weeks later?",
  });
  remark("delay reply", {
    by: "ana",
    daysAgo: 29,
    visibility: "coordinators",
    replyTo: "delay",
    text: "Yes, that still leaves time for the review.",
  });
}
