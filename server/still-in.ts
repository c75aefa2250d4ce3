import { gte, isNull, or } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { dayInBrussels } from "@/domain/dates";

/** The part of an organisation whose last day, in Brussels, is today, to come, or not set: `hasEnded` as SQL. */
export const stillIn = (endedOn: AnyPgColumn, now: Date) => or(isNull(endedOn), gte(endedOn, dayInBrussels(now)));
