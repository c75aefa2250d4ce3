import { type Described, learningResource, scriptJson } from "@/domain/learning-resource";

/** The description of the page for search engines. A data block: browsers do not run it, and its text holds no "<". */
export function JsonLd({ work }: { work: Described }) {
  return <script type="application/ld+json">{scriptJson(learningResource(work))}</script>;
}
