import { DomainError } from "@/domain/errors";

/** Null for a subject that the person may not see any more. */
export const unlessRefused = <T>(answer: Promise<T>): Promise<T | null> =>
  answer.catch((problem: unknown) => {
    if (problem instanceof DomainError) return null;
    throw problem;
  });
