import type { Route } from "next";
import type { ReactNode } from "react";
import type { Actor } from "@/domain/actor";
import { can, type ProjectSubject } from "@/domain/policy";
import { ClientMessages } from "../shared/client-messages";
import { TaskLineForm } from "./task-line-form";

type Output = ProjectSubject & { id: string; slug: string };

/** The form that makes a task of a text; `next` is the page without it. */
export type MakeTask = (text: string, next: Route) => ReactNode;

/** The form that makes a task of a comment on an output, or of a finding; null for those who may not ask. */
export const makeTaskOf = (actor: Actor, { id, projectId, slug, projectStatus }: Output): MakeTask | null =>
  can(actor, "task.add", { projectId, projectStatus })
    ? (text, next) => (
        <div className="max-w-xl pt-2">
          <ClientMessages of={["tasks.line"]}>
            <TaskLineForm
              projectId={projectId}
              slug={slug}
              outputId={id}
              title={text.replace(/\s+/gu, " ").trim().slice(0, 200)}
              next={next}
            />
          </ClientMessages>
        </div>
      )
    : null;
