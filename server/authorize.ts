import type { Actor } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { type Action, type SubjectOf, can } from "@/domain/policy";

/**
 * Refuses an act the actor may not do. Call it after the subject was loaded within the actor's scope, so that a
 * stranger has already met "not found". An act refused only because the project is closed says so.
 */
export function authorize<A extends Action>(actor: Actor, action: A, subject: SubjectOf<A>): void {
  if (can(actor, action, subject)) return;
  if ("projectStatus" in subject && subject.projectStatus === "closed") {
    const reopened = { ...subject, projectStatus: "running" };
    if (can(actor, action, reopened)) throw new DomainError("project.closed");
  }
  throw new DomainError("forbidden");
}
