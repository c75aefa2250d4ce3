import { publishForest, publishFrench } from "./publications";
import { decide, review, scoresOf, submit } from "./review-acts";
import type { Stage } from "./stage";

/** Two guides for readers of other languages, public in Greek and in French. */
export function otherLanguages(stage: Stage): void {
  const forest = guide(stage, 58, {
    by: "eleni",
    output: "o10",
    file: { content: "forest-el.pdf", name: "σχολείο-στο-δάσος.pdf", language: "el" },
    reviewer: "maria",
    text: "Our foresters would do this, too.",
  });
  publishForest(stage, forest);
  const french = guide(stage, 47, {
    by: "jorge",
    output: "o11",
    file: { content: "school-fr.pdf", name: "atelier-école.pdf", language: "fr" },
    reviewer: "aino",
    text: "Read with our teacher of French: clear and complete.",
  });
  publishFrench(stage, french);
}

type Guide = {
  by: string;
  output: string;
  file: { content: string; name: string; language: string };
  reviewer: string;
  text: string;
};

/** One file that is uploaded, reviewed and approved within six days; returns its version. */
function guide(stage: Stage, daysAgo: number, { by, output, file, reviewer, text }: Guide): () => string {
  let version = "";
  let submissionId = "";
  stage.scene(daysAgo, async () => {
    version = await stage.upload(by, daysAgo, output, file.content, { name: file.name, language: file.language });
  });
  stage.scene(daysAgo - 1, async () => {
    const step = { by, daysAgo: daysAgo - 1, output, versions: [version], reviewers: [reviewer] };
    submissionId = await submit(stage, { ...step, note: "" });
  });
  stage.scene(daysAgo - 4, () =>
    review(stage, reviewer, daysAgo - 4, submissionId, "approve", text, scoresOf("guide", 5, 4, 5, 4, 5)),
  );
  stage.scene(daysAgo - 6, () => decide(stage, daysAgo - 6, submissionId, "approve", ""));
  return () => version;
}
