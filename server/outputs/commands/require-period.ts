import { DomainError } from "@/domain/errors";

/** Throws work_package.period when a period ends before it starts. */
export function requirePeriod(input: { startsOn: string | null; endsOn: string | null }): void {
  if (input.startsOn && input.endsOn && input.endsOn < input.startsOn) {
    throw new DomainError("work_package.period", { field: "endsOn" });
  }
}
