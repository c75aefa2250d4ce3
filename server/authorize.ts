import type { Actor } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { type Action, type SubjectOf, can } from "@/domain/policy";

/**
 * Throws when the actor may not perform the action. Call it after loading the subject within the actor's scope, so that
 * strangers get "not found" first. An action that is refused only because the project is closed throws project.closed.
 */
export function authorize<A extends Action>(actor: Actor, action: A, subject: SubjectOf<A>): void {
  if (can(actor, action, subject)) return;
  if ("projectStatus" in subject && subject.projectStatus === "closed") {
    const reopened = { ...subject, projectStatus: "running" };
    if (can(actor, action, reopened)) throw new DomainError("project.closed");
  }
  throw new DomainError("forbidden");
}
