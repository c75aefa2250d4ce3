import { type Placeholder, sql } from "drizzle-orm";
import type { Db } from "./client";

/**
 * A statement that is put together once for each database and shape, and filled in at every call: for what is asked so
 * often that putting it together costs more than running it. What differs between calls is a placeholder.
 */
export function prepared<Shape extends string, Statement>(build: (db: Db, shape: readonly Shape[]) => Statement) {
  const kept = new WeakMap<Db, Map<string, Statement>>();
  return (db: Db, ...shape: Shape[]): Statement => {
    const statements = kept.get(db) ?? new Map<string, Statement>();
    kept.set(db, statements);
    const key = shape.join(" ");
    const statement = statements.get(key) ?? build(db, shape);
    statements.set(key, statement);
    return statement;
  };
}

/**
 * A limit that stands in the statement itself. Drizzle makes a parameter of a number, and PostgreSQL, not knowing how few
 * rows are wanted, then finds its kept plan too dear and plans every call anew.
 */
export const fixedLimit = (rows: number) => sql.raw(String(rows)) as unknown as Placeholder;
