import { DomainError } from "@/domain/errors";

interface Violation {
  code?: unknown;
  constraint_name?: unknown;
}

/**
 * Waits for an insert by an id that a form made. When that id names something else already, the refusal says so and
 * nothing of what it names. Errors: input.id_taken.
 */
export async function orTakenId<T>(insert: PromiseLike<T>): Promise<T> {
  try {
    return await insert;
  } catch (problem) {
    const { code, constraint_name: constraint } = (problem instanceof Error ? (problem.cause ?? {}) : {}) as Violation;
    if (code === "23505" && String(constraint).endsWith("_pkey")) throw new DomainError("input.id_taken");
    throw problem;
  }
}
