import { type Placeholder, sql } from "drizzle-orm";
import type { Db } from "./client";

/**
 * Builds a statement once per database and shape, for queries that run so often that building costs more than running.
 * Values that differ between calls are placeholders.
 */
export function prepared<Shape extends string, Statement>(build: (db: Db, shape: readonly Shape[]) => Statement) {
  const cache = new WeakMap<Db, Map<string, Statement>>();
  return (db: Db, ...shape: Shape[]): Statement => {
    const statements = cache.get(db) ?? new Map<string, Statement>();
    cache.set(db, statements);
    const key = shape.join(" ");
    const statement = statements.get(key) ?? build(db, shape);
    statements.set(key, statement);
    return statement;
  };
}

/**
 * A limit inlined into the statement. Drizzle makes a number a parameter, so PostgreSQL does not know how few rows are
 * needed, considers its generic plan too expensive and plans every call anew.
 */
export const fixedLimit = (rows: number) => sql.raw(String(rows)) as unknown as Placeholder;
