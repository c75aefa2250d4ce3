import type postgres from "postgres";

/** The roles cannot be used as they are; the message says what to change. */
export class RolesError extends Error {}

/** Tables that the application reads, but which only the owner of the tables changes. */
const sealTables = ["activity_seals", "activity_chains", "activity_pending", "activity_months"];
const appendOnly = ["activity", ...sealTables];

/** Whether the role of this connection owns the tables of an existing database; true for an empty one. */
export async function ownsTables(client: postgres.Sql): Promise<boolean> {
  const [row] = await client<{ owns: boolean }[]>`select coalesce((select pg_has_role(current_user, relowner, 'member')
    from pg_class where oid = to_regclass('public.people')), true) as owns`;
  return row?.owns !== false;
}

/**
 * The role of the application, which may not have the rights of the owner; undefined where it is the owner itself.
 * Errors: RolesError.
 */
async function applicationRole(
  owner: postgres.Sql,
  application: postgres.Sql,
  lockKey: number,
): Promise<string | undefined> {
  const [seen] = await application<{ role: string; free: boolean }[]>`
    select current_user as role, pg_try_advisory_lock(${lockKey}) as free`;
  // The owner holds this lock: who gets it is in another database.
  if (seen?.free !== false) {
    throw new RolesError(
      "MIGRATE_DATABASE_URL and DATABASE_URL lead to different databases: give the same one in both.",
    );
  }
  const [rights] = await owner<{ same: boolean; owns: boolean; member: boolean; owner: string }[]>`
    select current_user = ${seen.role} as same, current_user as owner,
      pg_has_role(${seen.role}::name, (select relowner from pg_class where oid = 'public.activity'::regclass), 'member') as owns,
      pg_has_role(${seen.role}::name, 'member') as member`;
  if (rights?.same === true) return undefined;
  if (rights?.owns === true) {
    throw new RolesError(
      `The role ${seen.role} of DATABASE_URL owns the tables or is a superuser, so that it could change the record of activity. Give the tables to the role of MIGRATE_DATABASE_URL: REASSIGN OWNED BY ${seen.role} TO ${rights.owner}.`,
    );
  }
  if (rights?.member !== true) {
    throw new RolesError(
      `The role of MIGRATE_DATABASE_URL must be a member of the role of DATABASE_URL, to which it gives the job queue: GRANT ${seen.role} TO ${rights?.owner ?? "it"}.`,
    );
  }
  return seen.role;
}

/**
 * Gives the application's role what it needs and no more: it adds to the record of activity, but neither changes it nor
 * writes seals. The job queue becomes its own, because row level security keeps everybody else out of its tables.
 * Nothing is done when both addresses have the same role. Errors: RolesError.
 */
export async function grantToApplication(
  owner: postgres.Sql,
  application: postgres.Sql,
  lockKey: number,
): Promise<void> {
  const role = await applicationRole(owner, application, lockKey);
  if (role === undefined || (await hasItsRights(owner, role))) return;
  await owner.begin(async (tx) => {
    const to = tx(role);
    await tx`revoke all on all tables in schema public from ${to}`;
    await tx`grant usage on schema public, drizzle to ${to}`;
    await tx`grant select on all tables in schema drizzle to ${to}`;
    await tx`grant select, insert, update, delete on all tables in schema public to ${to}`;
    await tx`revoke update, delete on public.activity from ${to}`;
    for (const table of sealTables) await tx`revoke insert, update, delete on ${tx(`public.${table}`)} from ${to}`;
    await tx`grant execute on function public.seal_activity(integer) to ${to}`;
    await giveQueue(tx, role);
  });
}

/** Whether a role has exactly the rights that are granted to it, as it has at most starts. */
async function hasItsRights(owner: postgres.Sql, role: string): Promise<boolean> {
  const [row] = await owner<{ granted: boolean }[]>`
    select bool_and(
        has_table_privilege(${role}::name, c.oid, 'select')
        and has_table_privilege(${role}::name, c.oid, 'insert') = (c.relname <> all(${sealTables}))
        and has_table_privilege(${role}::name, c.oid, 'update') = (c.relname <> all(${appendOnly}))
        and has_table_privilege(${role}::name, c.oid, 'delete') = (c.relname <> all(${appendOnly}))
        and not has_table_privilege(${role}::name, c.oid, 'truncate'))
      and has_function_privilege(${role}::name, 'public.seal_activity(integer)', 'execute')
      and has_table_privilege(${role}::name, 'drizzle.__drizzle_migrations', 'select')
      and (select nspowner = (select oid from pg_roles where rolname = ${role}) from pg_namespace where nspname = 'graphile_worker') as granted
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;
  return row?.granted === true;
}

/** Makes the role the owner of the job queue's schema and of all that is in it. */
async function giveQueue(tx: postgres.TransactionSql, role: string): Promise<void> {
  const [schema] = await tx<{ given: boolean }[]>`
    select nspowner = (select oid from pg_roles where rolname = ${role}) as given from pg_namespace where nspname = 'graphile_worker'`;
  if (schema?.given !== false) return;
  // Tables take their indexes, identity columns and row types along.
  const statements = await tx<{ statement: string }[]>`
    select format('alter schema graphile_worker owner to %I', ${role}::text) as statement
    union all
    select format('alter %s %s owner to %I', case c.relkind when 'v' then 'view' when 'S' then 'sequence' else 'table' end,
        c.oid::regclass, ${role}::text)
      from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind in ('r', 'p', 'v', 'S')
        and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass
          and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i'))
    union all
    select format('alter routine %s owner to %I', p.oid::regprocedure, ${role}::text)
      from pg_proc p where p.pronamespace = 'graphile_worker'::regnamespace
    union all
    select format('alter type %s owner to %I', t.oid::regtype, ${role}::text)
      from pg_type t left join pg_class c on c.oid = t.typrelid
      where t.typnamespace = 'graphile_worker'::regnamespace and t.typelem = 0 and (c.oid is null or c.relkind = 'c')`;
  for (const { statement } of statements) await tx.unsafe(statement);
}
