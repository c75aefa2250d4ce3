import type { IsoDate } from "./dates";
import { DomainError } from "./errors";

/** An output starts after another one. */
export type Dependency = { outputId: string; afterId: string };

/** At most this many outputs come directly before one. */
export const mostDependencies = 20;

/**
 * Checks that an output may start after another one: not itself, and not one that starts after it, directly or through
 * others. `known` are the dependencies of the project. Errors: output.dependency_cycle, output.dependencies_full.
 */
export function requireDependency(known: readonly Dependency[], { outputId, afterId }: Dependency): void {
  const seen = new Set<string>();
  const waiting = [afterId];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === outputId) throw new DomainError("output.dependency_cycle", { field: "number" });
    if (seen.has(id)) continue;
    seen.add(id);
    waiting.push(...known.filter((one) => one.outputId === id).map((one) => one.afterId));
  }
  if (known.filter((one) => one.outputId === outputId).length >= mostDependencies) {
    throw new DomainError("output.dependencies_full", { field: "number" });
  }
}

/** Whether the dates of an output and one before it can hold: it is due later, or one of them has no date. */
export const canHold = (dueOn: IsoDate | null, before: { dueOn: IsoDate | null }): boolean =>
  dueOn === null || before.dueOn === null || before.dueOn < dueOn;
