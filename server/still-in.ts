import { gte, isNull, or } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { dayInBrussels } from "@/domain/dates";

/** SQL condition for a participation or membership that has not ended (in Brussels): the negation of `hasEnded`. */
export const stillIn = (endedOn: AnyPgColumn, now: Date) => or(isNull(endedOn), gte(endedOn, dayInBrussels(now)));
