import type { Actor } from "./actor";
import { DomainError } from "./errors";

/** The header in which a write says for whom its page was rendered. */
export const pagePersonHeader = "x-consorta-person";

/**
 * Refuses a write of a page that was rendered for another person than the one who is signed in now, because another tab
 * changed the session. A write without the header, or without a session, is judged by its procedure. Errors:
 * person.other with the name of the person who is signed in.
 */
export function requirePagePerson(rendered: string | null | undefined, actor: Pick<Actor, "personId" | "name"> | null) {
  if (!rendered || actor === null || rendered === actor.personId) return;
  throw new DomainError("person.other", { name: actor.name });
}
