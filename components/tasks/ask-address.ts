import type { Route } from "next";
import type { Actor } from "@/domain/actor";
import { can, type ProjectSubject } from "@/domain/policy";
import { pageAddress } from "../shared/page-address";

type Output = ProjectSubject & { id: string; slug: string };

/**
 * The address of the form that asks for something about an output, with the text of a comment or finding as its title;
 * null for those who may not ask.
 */
export const askAbout = (actor: Actor, output: Output): ((text: string) => Route) | null =>
  can(actor, "task.add", output)
    ? (text) => {
        const title = text.replace(/\s+/gu, " ").trim().slice(0, 200);
        return pageAddress(`/projects/${output.slug}/tasks`, { ask: "1", output: output.id, title }, "ask");
      }
    : null;
