import { DomainError } from "@/domain/errors";

/** Refuses a period that ends before it starts. Errors: work_package.period. */
export function requirePeriod(input: { startsOn: string | null; endsOn: string | null }): void {
  if (input.startsOn && input.endsOn && input.endsOn < input.startsOn) {
    throw new DomainError("work_package.period", { field: "endsOn" });
  }
}
