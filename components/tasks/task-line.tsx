import type { Route } from "next";
import { useTranslations } from "@/messages/use-translations";
import { ClientMessages } from "../shared/client-messages";
import { pageAddress } from "../shared/page-address";
import { TextLink } from "../ui/text-link";
import { TaskLineForm } from "./task-line-form";

type Props = {
  projectId: string;
  slug: string;
  outputId?: string;
  /** True for those who ask partners: who coordinates the project or leads the output. */
  asks: boolean;
};

/** A task in one line, in a part of the page that opens, with a link to the form with everything. */
export function TaskLine({ projectId, slug, outputId, asks }: Props) {
  const t = useTranslations("tasks.line");
  const everything: Route = pageAddress(`/projects/${slug}/tasks`, { ask: "1", output: outputId }, "ask");
  return (
    <details className="text-sm">
      <summary className="link w-fit">{t(asks ? "ask" : "section")}</summary>
      <div className="pt-3">
        <ClientMessages of={["tasks.line"]}>
          <TaskLineForm projectId={projectId} slug={slug} outputId={outputId} />
        </ClientMessages>
        <p className="pt-3">
          <TextLink href={everything}>{t("more")}</TextLink>
        </p>
      </div>
    </details>
  );
}
